package dev.parley.protocol.template;

import dev.parley.protocol.api.ErrorSubcode;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.template.DefinedButton.Catalog;
import dev.parley.protocol.template.DefinedButton.CopyCode;
import dev.parley.protocol.template.DefinedButton.MultiProduct;
import dev.parley.protocol.template.DefinedButton.OrderDetails;
import dev.parley.protocol.template.DefinedButton.Otp;
import dev.parley.protocol.template.DefinedButton.PaymentRequest;
import dev.parley.protocol.template.DefinedButton.QuickReply;
import dev.parley.protocol.template.DefinedButton.SingleProduct;
import dev.parley.protocol.template.DefinedButton.Url;
import dev.parley.protocol.template.TemplatePart.Body;
import dev.parley.protocol.template.TemplatePart.Buttons;
import dev.parley.protocol.template.TemplatePart.CallPermissionRequest;
import dev.parley.protocol.template.TemplatePart.Card;
import dev.parley.protocol.template.TemplatePart.Carousel;
import dev.parley.protocol.template.TemplatePart.Footer;
import dev.parley.protocol.template.TemplatePart.Header;
import dev.parley.protocol.template.TemplatePart.LimitedTimeOffer;
import dev.parley.protocol.template.TemplatePart.MediaFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which parts go together, and in which category. Source: reference, template-kinds.md §1, §3–5;
/// templates-and-media.md §2.
final class CombinationRules {
  private final TemplateCategory category;
  private final @Nullable Header header;
  private final @Nullable Body body;
  private final @Nullable Footer footer;
  private final List<DefinedButton> buttons;
  private final @Nullable Carousel carousel;
  private final @Nullable LimitedTimeOffer offer;
  private final boolean callPermission;

  private CombinationRules(TemplateCategory category, List<TemplatePart> parts) {
    this.category = category;
    this.header = TemplatePart.first(parts, Header.class);
    this.body = TemplatePart.first(parts, Body.class);
    this.footer = TemplatePart.first(parts, Footer.class);
    var listed = TemplatePart.first(parts, Buttons.class);
    this.buttons = listed == null ? List.of() : listed.buttons();
    this.carousel = TemplatePart.first(parts, Carousel.class);
    this.offer = TemplatePart.first(parts, LimitedTimeOffer.class);
    this.callPermission = TemplatePart.first(parts, CallPermissionRequest.class) != null;
  }

  /// Notes what is wrong; says whether nothing is.
  static boolean hold(Fields template, TemplateCategory category, List<TemplatePart> parts) {
    return told(template, new CombinationRules(category, parts).broken());
  }

  /// The same for a card of a carousel.
  static boolean holdOnCard(Fields card, List<TemplatePart> parts) {
    return told(card, brokenOnCard(new Card(parts)));
  }

  private static boolean told(Fields fields, @Nullable Broken broken) {
    if (broken == null) {
      return true;
    }
    fields.note("components", broken.rule(), broken.code());
    return false;
  }

  private record Broken(String rule, int code) {
    static Broken of(String rule) {
      return new Broken(rule, Problem.INVALID);
    }
  }

  private @Nullable Broken broken() {
    if (body == null) {
      return new Broken("has no BODY, every template has one", ErrorSubcode.TEMPLATE_BODY.number());
    }
    if (category == TemplateCategory.AUTHENTICATION) {
      return ofAuthentication();
    }
    if (has(Otp.class)) {
      return Broken.of("has an OTP button, which only an authentication template has");
    }
    if (callPermission && (!buttons.isEmpty() || carousel != null || offer != null)) {
      return Broken.of("asks for permission to call, so it has no other buttons or cards");
    }
    var ofOffer = offer == null ? null : ofOffer(offer);
    if (ofOffer != null) {
      return ofOffer;
    }
    var ofProducts = ofProducts(body);
    return ofProducts != null ? ofProducts : ofMarketing();
  }

  private @Nullable Broken ofAuthentication() {
    if (header != null || carousel != null || offer != null || callPermission) {
      return Broken.of("of an authentication template are BODY, FOOTER and BUTTONS only");
    }
    return buttons.size() == 1 && has(Otp.class)
        ? null
        : Broken.of("of an authentication template have exactly one button, of the type OTP");
  }

  private @Nullable Broken ofOffer(LimitedTimeOffer offered) {
    if (footer != null) {
      return Broken.of(
          "has a FOOTER, which a limited-time offer (%s) hasn't".formatted(offered.text()));
    }
    if (header != null && !isMedia(header, Set.of(MediaFormat.IMAGE, MediaFormat.VIDEO))) {
      return Broken.of("of a limited-time offer have an image or a video as HEADER, or none");
    }
    if (body != null && longer(body, Body.BESIDE_OFFER_MAX_CHARS)) {
      return tooLong("of a limited-time offer", Body.BESIDE_OFFER_MAX_CHARS);
    }
    int place = has(CopyCode.class) ? 1 : 0;
    if (buttons.size() <= place
        || !(buttons.get(place) instanceof Url)
        || (place == 1 && !(buttons.getFirst() instanceof CopyCode))) {
      return Broken.of(
          "of a limited-time offer have a URL button, first or behind the COPY_CODE button");
    }
    var other =
        buttons.stream()
            .filter(each ->
                !(each instanceof CopyCode
                    || each instanceof Url
                    || each instanceof PaymentRequest))
            .findFirst();
    if (other.isPresent()) {
      return Broken.of(
          "of a limited-time offer can't have a button of the type " + other.get().type());
    }
    return buttons.getFirst() instanceof CopyCode(var example)
            && Fields.codePoints(example) > CopyCode.BESIDE_OFFER_MAX_CHARS
        ? new Broken(
            "of a limited-time offer have a code of at most %d characters"
                .formatted(CopyCode.BESIDE_OFFER_MAX_CHARS),
            ErrorSubcode.TEMPLATE_TOO_LONG.number())
        : null;
  }

  private @Nullable Broken ofProducts(Body text) {
    if (header instanceof Header.OfProduct != has(SingleProduct.class)) {
      return Broken.of("has one of a PRODUCT header and an SPM button; they go together");
    }
    if (has(SingleProduct.class) && longer(text, Body.SHORT_MAX_CHARS)) {
      return tooLong("of a single product", Body.SHORT_MAX_CHARS);
    }
    if (has(MultiProduct.class) && header != null && !(header instanceof Header.OfText)) {
      return Broken.of("of several products have a text as HEADER, or none");
    }
    if (has(Catalog.class) && header != null) {
      return Broken.of("has a HEADER; the client draws that of a catalog");
    }
    boolean paid =
        header == null
            || header instanceof Header.OfText
            || isMedia(header, Set.of(MediaFormat.IMAGE, MediaFormat.DOCUMENT))
            || (offer != null && isMedia(header, Set.of(MediaFormat.VIDEO)));
    return has(PaymentRequest.class) && !paid
        ? Broken.of("of a payment request have a text, an image or a document as HEADER, or none")
        : null;
  }

  /// What is for marketing only.
  private @Nullable Broken ofMarketing() {
    if (category == TemplateCategory.MARKETING) {
      return null;
    }
    if (header instanceof Header.OfMedia(var format, var handle) && format == MediaFormat.GIF) {
      return onlyMarketing("a GIF");
    }
    if (offer != null) {
      return onlyMarketing("a limited-time offer");
    }
    if (carousel != null) {
      return onlyMarketing("a carousel");
    }
    if (has(CopyCode.class)) {
      return onlyMarketing("a coupon code");
    }
    return has(Catalog.class) || has(MultiProduct.class) || has(SingleProduct.class)
        ? onlyMarketing("a product or catalog")
        : null;
  }

  private Broken onlyMarketing(String what) {
    return Broken.of(
        "has %s, which only a marketing template can have, not one of %s"
            .formatted(what, category.lower()));
  }

  private static @Nullable Broken brokenOnCard(Card card) {
    boolean product = card.header() instanceof Header.OfProduct;
    if (!product && !isMedia(card.header(), Set.of(MediaFormat.IMAGE, MediaFormat.VIDEO))) {
      return Broken.of("of a card have an image, a video or a product as HEADER");
    }
    int most = product ? 1 : Card.BUTTONS_MAX;
    if (card.buttons().size() > most) {
      return Broken.of(
          "of a card have %d buttons, at most %d are allowed"
              .formatted(card.buttons().size(), most));
    }
    if (product && card.buttons().isEmpty()) {
      return Broken.of("of a card with a product have one button, SPM or URL");
    }
    if (product && card.body() != null) {
      return Broken.of("of a card with a product have no BODY");
    }
    for (var button : card.buttons()) {
      boolean fits =
          switch (button) {
            case Url url -> true;
            case QuickReply reply -> !product;
            case DefinedButton.PhoneNumber number -> !product;
            case OrderDetails details -> !product;
            case SingleProduct single -> product;
            case CopyCode no -> false;
            case Otp no -> false;
            case Catalog no -> false;
            case MultiProduct no -> false;
            case DefinedButton.Flow no -> false;
            case DefinedButton.VoiceCall no -> false;
            case DefinedButton.RequestContactInfo no -> false;
            case PaymentRequest no -> false;
          };
      if (!fits) {
        return Broken.of("of such a card can't have a button of the type " + button.type());
      }
    }
    return null;
  }

  /// All cards have the same components.
  static boolean areAlike(Fields carousel, List<Card> cards) {
    var shapes = cards.stream().map(CombinationRules::shape).collect(Collectors.toSet());
    if (shapes.size() > 1) {
      carousel.note(
          "cards",
          "differ in their components, all must have the same: "
              + String.join(" / ", shapes.stream().sorted().toList()),
          Problem.INVALID);
      return false;
    }
    return true;
  }

  private static String shape(Card card) {
    var header =
        card.header() instanceof Header.OfMedia(var format, var handle) ? format.name() : "PRODUCT";
    return header
        + (card.body() == null ? "" : " BODY")
        + card.buttons().stream().map(each -> " " + each.type()).collect(Collectors.joining());
  }

  private boolean has(Class<? extends DefinedButton> kind) {
    return buttons.stream().anyMatch(kind::isInstance);
  }

  private static boolean isMedia(@Nullable Header header, Set<MediaFormat> formats) {
    return header instanceof Header.OfMedia(var format, var handle) && formats.contains(format);
  }

  private static boolean longer(Body body, int maxChars) {
    return Fields.codePoints(body.text().text()) > maxChars;
  }

  private static Broken tooLong(String what, int maxChars) {
    return new Broken(
        "%s have a BODY of at most %d characters".formatted(what, maxChars),
        ErrorSubcode.TEMPLATE_TOO_LONG.number());
  }
}
