package dev.parley.protocol.message;

import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.message.TemplateParameter.CouponCode;
import dev.parley.protocol.message.TemplateParameter.Currency;
import dev.parley.protocol.message.TemplateParameter.DateTime;
import dev.parley.protocol.message.TemplateParameter.Item;
import dev.parley.protocol.message.TemplateParameter.Kind;
import dev.parley.protocol.message.TemplateParameter.Media;
import dev.parley.protocol.message.TemplateParameter.Offer;
import dev.parley.protocol.message.TemplateParameter.OrderUpdate;
import dev.parley.protocol.message.TemplateParameter.Payload;
import dev.parley.protocol.message.TemplateParameter.Place;
import dev.parley.protocol.message.TemplateParameter.TapTargets;
import dev.parley.protocol.message.TemplateParameter.Target;
import dev.parley.protocol.message.TemplateParameter.TtlMinutes;
import dev.parley.protocol.message.TemplateParameter.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the parameters of one component of a template message. Source: `messages.md` §17,
/// `template-kinds.md`, `call-buttons.md` §1.2.
final class TemplateParameterReader {

  private static final Set<String> TYPES =
      Set.of(
          "text",
          "currency",
          "date_time",
          "image",
          "video",
          "gif",
          "document",
          "location",
          "product",
          "payload",
          "coupon_code",
          "action",
          "limited_time_offer",
          "ttl_minutes",
          "order_status",
          "tap_target_configuration");

  /// Wording unverified, `messages.md` §17.
  private static final String NO_LINE_BREAKS =
      "Param text cannot have new-line/tab characters or more than %d consecutive spaces"
          .formatted(Words.SPACES_MAX);

  private static final Pattern LINE_BREAKS =
      Pattern.compile("[\n\r\t]| {%d}".formatted(Words.SPACES_MAX + 1));

  /// The narrower of two readings: `responses-and-errors.md` has "4+ spaces".
  private static final Pattern LINE_BREAKS_STRICTLY =
      Pattern.compile("[\n\r\t]| {%d}".formatted(Words.SPACES_MAX));

  /// What a component takes: the types of its parameters, and the characters of two of them.
  record Taken(Set<String> types, int payloadMaxChars, int couponMaxChars) {}

  private final Taken taken;
  private final Set<String> names = new HashSet<>();

  private TemplateParameterReader(Taken taken) {
    this.taken = taken;
  }

  /// The parameters of a component; it may have none.
  static List<TemplateParameter> read(Fields component, Taken taken) {
    var reader = new TemplateParameterReader(taken);
    var parameters = new ArrayList<TemplateParameter>();
    for (var item : component.optionalObjects("parameters")) {
      var parameter = reader.parameter(item);
      if (parameter != null) {
        parameters.add(parameter);
      }
    }
    return parameters;
  }

  private @Nullable TemplateParameter parameter(Fields parameter) {
    var type = parameter.word("type", TYPES, Problem.INVALID);
    if (type == null || isElsewhere(parameter, type)) {
      return null;
    }
    return switch (type) {
      case "text" -> words(parameter);
      case "currency" -> currency(parameter);
      case "date_time" -> dateTime(parameter);
      case "location" -> place(parameter);
      case "product" -> item(parameter);
      case "payload" -> payload(parameter);
      case "coupon_code" -> couponCode(parameter);
      case "action" -> TemplateActionReader.read(parameter);
      case "limited_time_offer" -> offer(parameter);
      case "ttl_minutes" -> ttlMinutes(parameter);
      case "order_status" -> orderUpdate(parameter);
      case "tap_target_configuration" -> tapTargets(parameter);
      default -> media(parameter, type);
    };
  }

  private boolean isElsewhere(Fields parameter, String type) {
    if (taken.types().contains(type)) {
      return false;
    }
    parameter.note(
        "type",
        taken.types().isEmpty()
            ? "is \"%s\", this component takes no parameters".formatted(type)
            : "is \"%s\", this component takes %s"
                .formatted(type, String.join(", ", taken.types().stream().sorted().toList())),
        ErrorCode.TEMPLATE_PARAM_FORMAT.number());
    return true;
  }

  private @Nullable Words words(Fields parameter) {
    var name = name(parameter);
    var text = parameter.string("text");
    boolean preview = parameter.optionalBool("payment_link_preview", false);
    if (text == null) {
      return null;
    }
    if (text.isEmpty()) {
      parameter.missing("text", "is empty");
      return null;
    }
    boolean tooLong =
        parameter.noteIfLonger("text", text, Words.TEXT_MAX_CHARS, Problem.BAD_VALUE, null, null);
    var lineBreaks = parameter.strict() ? LINE_BREAKS_STRICTLY : LINE_BREAKS;
    if (!tooLong && lineBreaks.matcher(text).find()) {
      parameter.note(
          "text",
          "is %s, which has a line break, a tab or too many spaces in a row"
              .formatted(Fields.quoted(text)),
          ErrorCode.TEMPLATE_VALIDATION.number(),
          null,
          NO_LINE_BREAKS);
    }
    return new Words(name, text, preview);
  }

  /// The name of the variable, which is unique within its component.
  private @Nullable String name(Fields parameter) {
    var name = parameter.optionalText("parameter_name", Words.NAME_MAX_CHARS);
    if (name != null && !names.add(name)) {
      parameter.badValue(
          "parameter_name", "is %s, as an earlier one's".formatted(Fields.quoted(name)));
    }
    return name;
  }

  private @Nullable Currency currency(Fields parameter) {
    var name = name(parameter);
    var currency = parameter.object("currency");
    if (currency == null) {
      return null;
    }
    var fallback = currency.text("fallback_value");
    var code = currency.text("code");
    var amount = currency.whole("amount_1000", Long.MIN_VALUE, Long.MAX_VALUE);
    return fallback == null || code == null || amount == null
        ? null
        : new Currency(name, fallback, code, amount);
  }

  private @Nullable DateTime dateTime(Fields parameter) {
    var name = name(parameter);
    var dateTime = parameter.object("date_time");
    var fallback = dateTime == null ? null : dateTime.text("fallback_value");
    if (dateTime == null || fallback == null) {
      return null;
    }
    var calendar = JsonObject.builder();
    dateTime
        .json()
        .forEach((member, value) -> {
          if (!member.equals("fallback_value")) {
            calendar.put(member, value);
          }
        });
    return new DateTime(name, fallback, calendar.build());
  }

  private static @Nullable Media media(Fields parameter, String type) {
    var media = parameter.object(type);
    var source = media == null ? null : MediaReader.source(parameter, type, media);
    if (media == null || source == null) {
      return null;
    }
    var kind = kindOf(type);
    var filename =
        kind == Kind.DOCUMENT ? media.optionalText("filename", Document.FILENAME_MAX_CHARS) : null;
    return new Media(kind, source, filename);
  }

  private static Kind kindOf(String type) {
    for (var kind : Kind.values()) {
      if (kind.wire().equals(type)) {
        return kind;
      }
    }
    throw new IllegalStateException("a parameter of type " + type);
  }

  private static @Nullable Place place(Fields parameter) {
    var location = LocationReader.read(parameter);
    return location == null ? null : new Place(location);
  }

  private static @Nullable Item item(Fields parameter) {
    var product = parameter.object("product");
    if (product == null) {
      return null;
    }
    var retailerId = product.text("product_retailer_id", Item.ID_MAX_CHARS);
    var catalogId = product.metaId("catalog_id", Item.ID_MAX_CHARS);
    return retailerId == null || catalogId == null ? null : new Item(retailerId, catalogId);
  }

  private @Nullable Payload payload(Fields parameter) {
    var payload = parameter.text("payload", taken.payloadMaxChars());
    return payload == null ? null : new Payload(payload);
  }

  private @Nullable CouponCode couponCode(Fields parameter) {
    var code = parameter.text("coupon_code", taken.couponMaxChars());
    return code == null ? null : new CouponCode(code);
  }

  private static @Nullable Offer offer(Fields parameter) {
    var offer = parameter.object("limited_time_offer");
    var end = offer == null ? null : offer.whole("expiration_time_ms", 1, Long.MAX_VALUE);
    return end == null ? null : new Offer(end);
  }

  private static @Nullable TtlMinutes ttlMinutes(Fields parameter) {
    var minutes =
        parameter.whole("ttl_minutes", VoiceCall.TTL_MINUTES_MIN, VoiceCall.TTL_MINUTES_MAX);
    return minutes == null ? null : new TtlMinutes((int) (long) minutes);
  }

  private static @Nullable OrderUpdate orderUpdate(Fields parameter) {
    var status = parameter.object("order_status");
    if (status == null) {
      return null;
    }
    status.text("reference_id", OrderUpdate.REFERENCE_ID_MAX_CHARS);
    var order = status.object("order");
    if (order != null) {
      OrderStatusReader.stage(order);
      order.optionalText("description", OrderStatus.DESCRIPTION_MAX_CHARS);
    }
    return new OrderUpdate(status.json());
  }

  private static @Nullable TapTargets tapTargets(Fields parameter) {
    var items = parameter.objects("tap_target_configuration");
    if (items == null) {
      return null;
    }
    var targets = new ArrayList<Target>();
    for (var item : items) {
      var url = item.text("url", MediaSource.LINK_MAX_CHARS);
      var title = item.text("title");
      var problem = url == null ? null : HttpLink.problemOf(url);
      if (problem != null) {
        item.badValue("url", problem);
      }
      if (url != null && title != null) {
        targets.add(new Target(url, title));
      }
    }
    return new TapTargets(targets);
  }
}
