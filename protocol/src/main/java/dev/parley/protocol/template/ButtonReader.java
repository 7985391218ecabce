package dev.parley.protocol.template;

import dev.parley.protocol.api.ErrorSubcode;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import dev.parley.protocol.template.DefinedButton.CopyCode;
import dev.parley.protocol.template.DefinedButton.Flow;
import dev.parley.protocol.template.DefinedButton.OrderDetails;
import dev.parley.protocol.template.DefinedButton.PaymentRequest;
import dev.parley.protocol.template.DefinedButton.PhoneNumber;
import dev.parley.protocol.template.DefinedButton.QuickReply;
import dev.parley.protocol.template.DefinedButton.Url;
import dev.parley.protocol.template.DefinedButton.VoiceCall;
import dev.parley.protocol.template.TemplatePart.Buttons;
import dev.parley.protocol.template.TemplateText.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the buttons of a definition. How many of each there may be, and in which order, is asked
/// once all are read. Source: reference, templates-and-media.md §2.1; template-kinds.md;
/// call-buttons.md §1.1; verified.md §6 (the button that asks for a number).
final class ButtonReader {
  private static final Set<String> TYPES =
      Set.of(
          "quick_reply",
          "url",
          "phone_number",
          "copy_code",
          "otp",
          "catalog",
          "mpm",
          "spm",
          "flow",
          "voice_call",
          "order_details",
          "payment_request",
          "request_contact_info");

  private static final Pattern NUMBER = Pattern.compile("\\+?[A-Za-z0-9 ()-]+");
  private static final Set<String> FLOW_ACTIONS = Set.of("navigate", "data_exchange");

  /// The end of a link, which is written so where the other variables have names, too.
  private static final String POSITION = "{{1}}";

  private static final int FLOW_ID_MAX_CHARS = 64;
  private static final int FLOW_JSON_MAX_CHARS = 60_000;
  private static final int SCREEN_MAX_CHARS = 80;

  /// The labels that go with a way to pay. Source: reference, template-kinds.md §6.3.
  private static final Map<String, String> PAYMENT_LABELS =
      Map.of(
          "pix_dynamic_code", "Copy Pix code",
          "boleto", "Copy Boleto code",
          "payment_link", "Open payment link");

  /// What stands in the setting of each.
  private static final Map<String, String> PAYMENT_MEMBERS =
      Map.of("pix_dynamic_code", "code", "boleto", "digitable_line", "payment_link", "uri");

  private final TemplateCategory category;
  private final OtpReader otp;
  private final VariableReader variables;

  ButtonReader(TemplateCategory category, FixedTexts fixed, VariableReader variables) {
    this.category = category;
    this.otp = new OtpReader(fixed);
    this.variables = variables;
  }

  /// Null (and a problem) where something is wrong with one.
  @Nullable List<DefinedButton> all(Fields component) {
    var items = component.objects("buttons");
    if (items == null) {
      return null;
    }
    int count = component.size("buttons");
    if (count > Buttons.BUTTONS_MAX) {
      component.note(
          "buttons",
          "has %d buttons, at most %d are allowed".formatted(count, Buttons.BUTTONS_MAX),
          Problem.INVALID);
      return null;
    }
    var buttons = new ArrayList<DefinedButton>();
    for (var item : items) {
      var button = button(item);
      if (button != null) {
        buttons.add(button);
      }
    }
    return buttons.size() == count && ButtonRules.hold(component, buttons) ? buttons : null;
  }

  private @Nullable DefinedButton button(Fields item) {
    var type = item.word("type", TYPES, Problem.INVALID);
    return switch (type) {
      case null -> null;
      case "quick_reply" -> {
        var text = label(item);
        yield text == null ? null : new QuickReply(text);
      }
      case "url" -> category == TemplateCategory.AUTHENTICATION ? otp.readShown(item) : url(item);
      case "phone_number" -> phoneNumber(item);
      case "copy_code" -> copyCode(item);
      case "otp" -> otp.read(item);
      case "catalog" -> new DefinedButton.Catalog();
      case "mpm" -> new DefinedButton.MultiProduct();
      case "spm" -> new DefinedButton.SingleProduct();
      case "flow" -> flow(item);
      case "voice_call" -> voiceCall(item);
      case "order_details" -> {
        var text = label(item);
        yield text == null ? null : new OrderDetails(text);
      }
      case "payment_request" -> paymentRequest(item);
      default -> contactInfo(item);
    };
  }

  private static @Nullable String label(Fields item) {
    return TemplateFields.text(item, "text", DefinedButton.LABEL_MAX_CHARS);
  }

  private @Nullable DefinedButton url(Fields item) {
    var text = label(item);
    var url = TemplateFields.text(item, "url", Url.URL_MAX_CHARS);
    if (text == null || url == null) {
      return null;
    }
    if (!url.matches("(?s)https?://\\S+")) {
      item.note("url", "is %s, no web address".formatted(Fields.quoted(url)), Problem.INVALID);
      return null;
    }
    var tokens = VariableReader.tokens(url);
    if (tokens.isEmpty() && !url.contains("{{")) {
      return new Url(text, url, null);
    }
    if (tokens.size() != 1 || !url.endsWith(tokens.getFirst().group())) {
      item.note("url", "may have one variable, and only at its end", Problem.INVALID);
      return null;
    }
    var names =
        tokens.getFirst().group().equals(POSITION)
            ? List.of(POSITION.replaceAll("[{}]", ""))
            : variables.names(item, "url", url, Problem.INVALID);
    var example = names == null ? null : example(item, url, tokens.getFirst().group());
    return names == null || example == null
        ? null
        : new Url(text, url, new Variable(names.getFirst(), example));
  }

  /// One page wants the whole address as example, its sample has the value alone.
  private static @Nullable String example(Fields item, String url, String token) {
    var example = only(item.member("example"));
    if (example == null) {
      item.note(
          "example",
          "must be a list of one example for the variable %s".formatted(token),
          Problem.INVALID);
      return null;
    }
    var base = url.substring(0, url.length() - token.length());
    return example.startsWith(base) && example.length() > base.length()
        ? example.substring(base.length())
        : example;
  }

  /// A text, or that of a list of one.
  private static @Nullable String only(@Nullable Json given) {
    var one = given instanceof JsonArray list && list.size() == 1 ? list.get(0) : given;
    return one instanceof JsonString(var text) && !text.isBlank() ? text : null;
  }

  private static @Nullable DefinedButton phoneNumber(Fields item) {
    var text = label(item);
    var number = TemplateFields.text(item, "phone_number", PhoneNumber.NUMBER_MAX_CHARS);
    if (number != null && !isNumber(number)) {
      item.note(
          "phone_number",
          "is %s, must be a phone number".formatted(Fields.quoted(number)),
          Problem.INVALID);
      return null;
    }
    return text == null || number == null ? null : new PhoneNumber(text, number);
  }

  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  private static @Nullable DefinedButton copyCode(Fields item) {
    var example = only(item.member("example"));
    if (example == null) {
      item.note("example", "must be an example of the code", Problem.INVALID);
      return null;
    }
    return TemplateFields.isLonger(item, "example", example, CopyCode.CODE_MAX_CHARS)
        ? null
        : new CopyCode(example);
  }

  /// The screen is asked for where `navigate` is written; it is the usual action, too, and samples
  /// leave both out.
  private static @Nullable DefinedButton flow(Fields item) {
    var text = label(item);
    var given = List.of("flow_id", "flow_name", "flow_json").stream().filter(item::says).toList();
    if (given.size() != 1) {
      item.note(
          "flow_id",
          "or flow_name or flow_json must be there, and one only; there are %d"
              .formatted(given.size()),
          Problem.INVALID);
      return null;
    }
    var by = given.getFirst();
    var flow =
        by.equals("flow_id")
            ? item.metaId(by, FLOW_ID_MAX_CHARS)
            : item.text(by, by.equals("flow_json") ? FLOW_JSON_MAX_CHARS : SCREEN_MAX_CHARS);
    if (by.equals("flow_json")
        && flow != null
        && !(JsonReader.read(flow) instanceof Reading.Ok<Json>(JsonObject screens))) {
      item.note(by, "is no JSON object written as text", Problem.INVALID);
      return null;
    }
    var action = item.optionalWord("flow_action", FLOW_ACTIONS, Problem.INVALID);
    var screen =
        "navigate".equals(action)
            ? item.text("navigate_screen", SCREEN_MAX_CHARS)
            : item.optionalText("navigate_screen", SCREEN_MAX_CHARS);
    if ("navigate".equals(action) && screen == null) {
      return null;
    }
    return text == null || flow == null
        ? null
        : new Flow(text, by, flow, action == null ? "navigate" : action, screen);
  }

  private static DefinedButton voiceCall(Fields item) {
    var text = TemplateFields.textOr(item, "text", VoiceCall.LABEL_MAX_CHARS, VoiceCall.LABEL);
    var minutes =
        item.optionalWhole("ttl_minutes", VoiceCall.TTL_MIN_MINUTES, VoiceCall.TTL_MAX_MINUTES);
    return new VoiceCall(text, minutes == null ? null : minutes.intValue());
  }

  private static @Nullable DefinedButton paymentRequest(Fields item) {
    var text = label(item);
    var setting = item.object("payment_setting");
    var type =
        setting == null ? null : setting.word("type", PAYMENT_LABELS.keySet(), Problem.INVALID);
    var inner = setting == null || type == null ? null : setting.object(type);
    var member = inner == null ? null : PAYMENT_MEMBERS.get(String.valueOf(type));
    var value = inner == null || member == null ? null : inner.text(member);
    if (text == null || setting == null || type == null || value == null) {
      return null;
    }
    var wanted = PAYMENT_LABELS.get(type);
    if (!text.equals(wanted)) {
      otherLabel(item, text, String.valueOf(wanted));
      return null;
    }
    return new PaymentRequest(text, setting.json());
  }

  private static @Nullable DefinedButton contactInfo(Fields item) {
    var label = DefinedButton.RequestContactInfo.LABEL;
    var text = TemplateFields.textOr(item, "text", DefinedButton.LABEL_MAX_CHARS, label);
    if (!text.equals(label)) {
      otherLabel(item, text, label);
      return null;
    }
    return new DefinedButton.RequestContactInfo();
  }

  private static void otherLabel(Fields item, String text, String wanted) {
    item.note(
        "text",
        "is %s, the label of this button is %s"
            .formatted(Fields.quoted(text), Fields.quoted(wanted)),
        ErrorSubcode.TEMPLATE_BUTTON_LABEL.number());
  }
}
