package dev.parley.protocol.template;

import dev.parley.protocol.api.ErrorSubcode;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.template.TemplatePart.Body;
import dev.parley.protocol.template.TemplatePart.Buttons;
import dev.parley.protocol.template.TemplatePart.CallPermissionRequest;
import dev.parley.protocol.template.TemplatePart.Card;
import dev.parley.protocol.template.TemplatePart.Carousel;
import dev.parley.protocol.template.TemplatePart.Footer;
import dev.parley.protocol.template.TemplatePart.Header;
import dev.parley.protocol.template.TemplatePart.LimitedTimeOffer;
import dev.parley.protocol.template.TemplatePart.MediaFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the components of a definition. Types and formats are taken in either case. Source:
/// reference, templates-and-media.md §2.
final class PartReader {
  private static final Set<String> ON_A_TEMPLATE =
      Set.of(
          "header",
          "body",
          "footer",
          "buttons",
          "carousel",
          "limited_time_offer",
          "call_permission_request");
  private static final Set<String> ON_A_CARD = Set.of("header", "body", "buttons");
  private static final Set<String> FORMATS =
      Set.of("text", "image", "video", "gif", "document", "location", "product");
  private static final int HANDLE_MAX_CHARS = 4_096;

  /// Characters that make text bold and the like. The variables are gone before it is looked for.
  private static final String MARKDOWN = "*_~`";

  private final TemplateCategory category;
  private final FixedTexts fixed;
  private final VariableReader variables;
  private final ButtonReader buttons;
  private final Set<String> seen = new HashSet<>();
  private final boolean card;
  private boolean complete = true;

  private PartReader(
      TemplateCategory category, String language, ParameterFormat format, boolean card) {
    this.category = category;
    this.fixed = FixedTexts.of(language);
    this.variables = new VariableReader(format);
    this.buttons = new ButtonReader(category, fixed, variables);
    this.card = card;
  }

  /// The components of a template; null (and a problem) where something is wrong with them.
  static @Nullable List<TemplatePart> components(
      Fields template, TemplateCategory category, String language, ParameterFormat format) {
    var items = template.objects("components");
    if (items == null || !(template.member("components") instanceof JsonArray)) {
      return null;
    }
    var reader = new PartReader(category, language, format, false);
    var parts = reader.parts(items, () -> new PartReader(category, language, format, true));
    var whole = reader.complete && items.size() == template.size("components");
    return whole && CombinationRules.hold(template, category, parts) ? parts : null;
  }

  private interface ForCards {
    PartReader make();
  }

  private List<TemplatePart> parts(List<Fields> items, ForCards forCards) {
    var parts = new ArrayList<TemplatePart>();
    for (var item : items) {
      var part = part(item, forCards);
      if (part != null) {
        parts.add(part);
      } else if (!isEmptyFooter(item)) {
        complete = false;
      }
    }
    return parts;
  }

  private @Nullable TemplatePart part(Fields item, ForCards forCards) {
    var type = item.word("type", card ? ON_A_CARD : ON_A_TEMPLATE, Problem.INVALID);
    if (type == null) {
      return null;
    }
    if (!seen.add(type)) {
      item.note("type", "is a second %s, at most one is allowed".formatted(type), Problem.INVALID);
      return null;
    }
    return switch (type) {
      case "header" -> header(item);
      case "body" -> body(item);
      case "footer" -> footer(item);
      case "buttons" -> buttons(item);
      case "carousel" -> carousel(item, forCards);
      case "limited_time_offer" -> offer(item);
      default -> new CallPermissionRequest();
    };
  }

  /// A text without a format is one, too: a sample of Meta's is written so.
  private @Nullable Header header(Fields item) {
    var format =
        item.says("format") || !item.says("text")
            ? item.word("format", FORMATS, ErrorSubcode.TEMPLATE_HEADER.number())
            : "text";
    return switch (format) {
      case null -> null;
      case "text" -> textHeader(item);
      case "location" -> new Header.OfLocation();
      case "product" -> new Header.OfProduct();
      default -> {
        var handle = handle(item);
        yield handle == null
            ? null
            : new Header.OfMedia(MediaFormat.valueOf(format.toUpperCase(Locale.ROOT)), handle);
      }
    };
  }

  private @Nullable Header textHeader(Fields item) {
    var text = TemplateFields.text(item, "text", Header.TEXT_MAX_CHARS);
    if (text == null) {
      return null;
    }
    var shape = ErrorSubcode.TEMPLATE_HEADER.number();
    var plain = VariableReader.without(text);
    if (plain.chars().anyMatch(c -> MARKDOWN.indexOf(c) >= 0 || c == '\n')) {
      item.note("text", "has formatting (one of %s or a new line)".formatted(MARKDOWN), shape);
      return null;
    }
    if (VariableReader.tokens(text).size() > 1) {
      item.note("text", "has more than one variable", shape);
      return null;
    }
    var read = variables.read(item, text, VariableReader.Place.HEADER);
    return read == null ? null : new Header.OfText(read);
  }

  private static @Nullable String handle(Fields item) {
    var example = item.object("example");
    if (example == null) {
      return null;
    }
    var given = example.member("header_handle");
    var first = given instanceof JsonArray list && list.size() == 1 ? list.get(0) : given;
    if (first instanceof JsonString(var handle)
        && !handle.isBlank()
        && handle.length() <= HANDLE_MAX_CHARS) {
      return handle;
    }
    example.note(
        "header_handle",
        "must be a list of one handle, as a resumable upload answers it",
        Problem.INVALID);
    return null;
  }

  private @Nullable Body body(Fields item) {
    if (category == TemplateCategory.AUTHENTICATION) {
      boolean advice = item.optionalBool("add_security_recommendation", false);
      return new Body(fixed.body(advice), advice);
    }
    var text = TemplateFields.text(item, "text", card ? Body.SHORT_MAX_CHARS : Body.TEXT_MAX_CHARS);
    if (text == null || !BodyRules.hold(item, text)) {
      return null;
    }
    var read = variables.read(item, text, VariableReader.Place.BODY);
    return read == null ? null : new Body(read, null);
  }

  /// The one member of an authentication template's footer may be absent; there is no footer then.
  /// Source: reference, template-kinds.md §2.1.
  private boolean isEmptyFooter(Fields item) {
    return category == TemplateCategory.AUTHENTICATION
        && item.member("type") instanceof JsonString(var type)
        && type.equalsIgnoreCase("footer")
        && !item.says("code_expiration_minutes")
        && !item.says("text");
  }

  private @Nullable Footer footer(Fields item) {
    if (isEmptyFooter(item)) {
      return null;
    }
    if (category == TemplateCategory.AUTHENTICATION) {
      var minutes =
          item.whole(
              "code_expiration_minutes",
              Footer.CODE_EXPIRATION_MIN_MINUTES,
              Footer.CODE_EXPIRATION_MAX_MINUTES);
      return minutes == null
          ? null
          : new Footer(fixed.footer(minutes.intValue()), minutes.intValue());
    }
    var text = TemplateFields.text(item, "text", Footer.TEXT_MAX_CHARS);
    if (text != null && text.contains("{{")) {
      item.note("text", "has a variable, a footer has none", ErrorSubcode.TEMPLATE_FOOTER.number());
      return null;
    }
    return text == null ? null : new Footer(text, null);
  }

  private @Nullable Buttons buttons(Fields item) {
    var read = buttons.all(item);
    return read == null ? null : new Buttons(read);
  }

  private @Nullable LimitedTimeOffer offer(Fields item) {
    var offer = item.object("limited_time_offer");
    if (offer == null) {
      return null;
    }
    var text = TemplateFields.text(offer, "text", LimitedTimeOffer.TEXT_MAX_CHARS);
    Boolean expires =
        offer.has("has_expiration") ? offer.optionalBool("has_expiration", false) : null;
    return text == null ? null : new LimitedTimeOffer(text, expires);
  }

  private @Nullable Carousel carousel(Fields item, ForCards forCards) {
    var items = item.objects("cards");
    if (items == null) {
      return null;
    }
    int count = item.size("cards");
    if (count < Carousel.CARDS_MIN || count > Carousel.CARDS_MAX) {
      item.note(
          "cards",
          "has %d cards, from %d to %d are allowed"
              .formatted(count, Carousel.CARDS_MIN, Carousel.CARDS_MAX),
          Problem.INVALID);
      return null;
    }
    var cards = new ArrayList<Card>();
    for (var each : items) {
      var components = each.objects("components");
      var reader = forCards.make();
      var parts = components == null ? null : reader.parts(components, forCards);
      if (parts != null && reader.complete && CombinationRules.holdOnCard(each, parts)) {
        cards.add(new Card(parts));
      }
    }
    return cards.size() == count && CombinationRules.areAlike(item, cards)
        ? new Carousel(cards)
        : null;
  }
}
