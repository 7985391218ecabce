package dev.parley.protocol.template;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.template.DefinedButton.PhoneNumber;
import dev.parley.protocol.template.DefinedButton.QuickReply;
import dev.parley.protocol.template.DefinedButton.Url;
import dev.parley.protocol.template.LibraryEntry.Button;
import dev.parley.protocol.template.TemplateText.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what the creator says of a library template's buttons: one input for each that needs one,
/// in their order; of quick replies there is nothing to say, but it may be said. Source: reference,
/// templates-and-media.md §4, Button input.
final class LibraryButtonReader {
  private static final Set<String> TYPES =
      Set.of(
          "quick_reply",
          "url",
          "phone_number",
          "otp",
          "mpm",
          "catalog",
          "flow",
          "voice_call",
          "app");

  private static final String TOKEN = "{{1}}";

  private final Fields fields;
  private final String member;
  private final FixedTexts fixed;
  private final List<Fields> inputs;

  /// The type of each input; null where it could not be read.
  private final List<@Nullable String> types = new ArrayList<>();

  LibraryButtonReader(Fields fields, String member, FixedTexts fixed) {
    this.fields = fields;
    this.member = member;
    this.fixed = fixed;
    this.inputs = fields.has(member) ? fields.optionalObjects(member) : List.of();
    inputs.forEach(input -> types.add(input.word("type", TYPES, Problem.INVALID)));
  }

  /// The buttons as they will be; null (and a problem) where something is wrong with one.
  @Nullable List<DefinedButton> read(List<Button> defined) {
    if (types.contains(null) || inputs.size() != fields.size(member)) {
      return null;
    }
    var buttons = new ArrayList<DefinedButton>();
    int next = 0;
    boolean complete = true;
    for (var button : defined) {
      boolean fits =
          next < inputs.size()
              && button.kind().name().toLowerCase(Locale.ROOT).equals(types.get(next));
      if (!fits && button.kind().needsInput()) {
        lacks(button, next);
        return null;
      }
      var read = made(button, fits ? inputs.get(next) : fields);
      next += fits ? 1 : 0;
      if (read == null) {
        complete = false;
      } else {
        buttons.add(read);
      }
    }
    if (next < inputs.size()) {
      surplus(defined, next);
      return null;
    }
    return complete ? buttons : null;
  }

  private void lacks(Button button, int next) {
    if (next < inputs.size()) {
      inputs
          .get(next)
          .note(
              "type",
              "is \"%s\", the input of the %s button %s comes here"
                  .formatted(types.get(next), button.kind(), Fields.quoted(button.text())),
              Problem.INVALID);
    } else if (fields.has(member)) {
      fields.note(
          member,
          "has no input for the %s button %s"
              .formatted(button.kind(), Fields.quoted(button.text())),
          Problem.INVALID);
    } else {
      fields.missing(
          member,
          "is missing; the %s button %s needs an input"
              .formatted(button.kind(), Fields.quoted(button.text())));
    }
  }

  private void surplus(List<Button> defined, int next) {
    inputs
        .get(next)
        .note(
            "type",
            "is \"%s\", the library template has no such button here; its buttons are %s"
                .formatted(types.get(next), defined.stream().map(Button::kind).toList()),
            Problem.INVALID);
  }

  private @Nullable DefinedButton made(Button button, Fields input) {
    return switch (button.kind()) {
      case QUICK_REPLY -> new QuickReply(button.text());
      case URL -> url(button, input);
      case PHONE_NUMBER -> phoneNumber(button, input);
      case OTP -> new OtpReader(fixed).read(input);
    };
  }

  /// The address may end in a variable, whose example is a whole address.
  private static @Nullable DefinedButton url(Button button, Fields input) {
    var url = input.object("url");
    var base = url == null ? null : TemplateFields.text(url, "base_url", Url.URL_MAX_CHARS);
    if (url == null || base == null) {
      return null;
    }
    if (!base.matches("https?://\\S+")) {
      url.note("base_url", "is %s, no web address".formatted(Fields.quoted(base)), Problem.INVALID);
      return null;
    }
    if (!base.contains("{{")) {
      return new Url(button.text(), base, null);
    }
    if (base.indexOf("{{") != base.length() - TOKEN.length() || !base.endsWith(TOKEN)) {
      url.note("base_url", "may have one variable, {{1}}, at its end", Problem.INVALID);
      return null;
    }
    var example = TemplateFields.text(url, "url_suffix_example", Url.URL_MAX_CHARS);
    if (example == null) {
      return null;
    }
    var fixed = base.substring(0, base.length() - TOKEN.length());
    if (!example.startsWith(fixed) || example.length() == fixed.length()) {
      url.note(
          "url_suffix_example",
          "is %s, must be the whole address: %s and an example of its end"
              .formatted(Fields.quoted(example), Fields.quoted(fixed)),
          Problem.INVALID);
      return null;
    }
    return new Url(button.text(), base, new Variable("1", example.substring(fixed.length())));
  }

  private static @Nullable DefinedButton phoneNumber(Button button, Fields input) {
    var number = TemplateFields.text(input, "phone_number", PhoneNumber.NUMBER_MAX_CHARS);
    if (number != null && !ButtonReader.isNumber(number)) {
      input.note(
          "phone_number",
          "is %s, must be a phone number".formatted(Fields.quoted(number)),
          Problem.INVALID);
      return null;
    }
    return number == null ? null : new PhoneNumber(button.text(), number);
  }
}
