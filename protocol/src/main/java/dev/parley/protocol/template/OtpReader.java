package dev.parley.protocol.template;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.template.DefinedButton.Otp;
import dev.parley.protocol.template.DefinedButton.Otp.App;
import dev.parley.protocol.template.DefinedButton.Otp.Handover;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the button of an authentication template. Source: reference, template-kinds.md §2.1.
final class OtpReader {
  private static final Set<String> HANDOVERS = Set.of("copy_code", "one_tap", "zero_tap");
  private static final Pattern PACKAGE =
      Pattern.compile("[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z][A-Za-z0-9_]*)+");
  private static final Pattern HASH = Pattern.compile("[A-Za-z0-9+/=]{11}");

  /// How the API shows such a button: as the address of a page.
  private static final Pattern SHOWN = Pattern.compile("[?&]otp_type=([A-Za-z_]+)");

  private final FixedTexts fixed;

  OtpReader(FixedTexts fixed) {
    this.fixed = fixed;
  }

  @Nullable DefinedButton read(Fields item) {
    var word = item.word("otp_type", HANDOVERS, Problem.INVALID);
    return word == null ? null : read(item, Handover.valueOf(word.toUpperCase(Locale.ROOT)));
  }

  /// One that was read from the API and is sent back.
  @Nullable DefinedButton readShown(Fields item) {
    if (item.member("url") instanceof JsonString(var url)) {
      var shown = SHOWN.matcher(url);
      if (shown.find() && HANDOVERS.contains(shown.group(1).toLowerCase(Locale.ROOT))) {
        return read(item, Handover.valueOf(shown.group(1).toUpperCase(Locale.ROOT)));
      }
    }
    item.note("type", "is \"url\", an authentication template has an OTP button", Problem.INVALID);
    return null;
  }

  private @Nullable DefinedButton read(Fields item, Handover handover) {
    var text = TemplateFields.textOr(item, "text", DefinedButton.LABEL_MAX_CHARS, fixed.copy());
    var autofill =
        TemplateFields.textOr(
            item, "autofill_text", DefinedButton.LABEL_MAX_CHARS, fixed.autofill());
    if (isRich(item, "text", text) || isRich(item, "autofill_text", autofill)) {
      return null;
    }
    if (handover == Handover.COPY_CODE) {
      return new Otp(handover, text, autofill, List.of());
    }
    if (handover == Handover.ZERO_TAP && !item.optionalBool("zero_tap_terms_accepted", false)) {
      item.note("zero_tap_terms_accepted", "must be true for a zero-tap template", Problem.INVALID);
      return null;
    }
    var apps = apps(item);
    return apps == null ? null : new Otp(handover, text, autofill, apps);
  }

  /// Nothing of such a template holds a link or an emoji.
  private static boolean isRich(Fields item, String member, String label) {
    boolean rich = PlainWords.hasLink(label) || PlainWords.hasEmoji(label);
    if (rich) {
      item.note(
          member,
          "is %s, an authentication template holds neither links nor emoji"
              .formatted(Fields.quoted(label)),
          Problem.INVALID);
    }
    return rich;
  }

  /// Older callers write the only app on the button itself.
  private static @Nullable List<App> apps(Fields item) {
    var items =
        item.says("supported_apps") || !item.says("package_name")
            ? item.objects("supported_apps")
            : List.of(item);
    if (items == null) {
      return null;
    }
    if (items.size() > Otp.APPS_MAX) {
      item.note(
          "supported_apps",
          "has %d apps, at most %d are allowed".formatted(items.size(), Otp.APPS_MAX),
          Problem.INVALID);
      return null;
    }
    var apps = new ArrayList<App>();
    for (var each : items) {
      var name = TemplateFields.text(each, "package_name", App.PACKAGE_MAX_CHARS);
      var hash = decoded(each.text("signature_hash"));
      if (name != null && !PACKAGE.matcher(name).matches()) {
        each.note(
            "package_name", "is %s, no package".formatted(Fields.quoted(name)), Problem.INVALID);
      } else if (hash != null && !HASH.matcher(hash).matches()) {
        each.note(
            "signature_hash",
            "is %s, must be 11 characters of a hash".formatted(Fields.quoted(hash)),
            Problem.INVALID);
      } else if (name != null && hash != null) {
        apps.add(new App(name, hash));
      }
    }
    return apps.size() == items.size() ? apps : null;
  }

  /// Meta's OpenAPI document writes the hash of its samples as within a link: `K8a%2FAINcGX7`.
  private static @Nullable String decoded(@Nullable String hash) {
    return hash == null ? null : hash.replace("%2F", "/").replace("%2B", "+").replace("%3D", "=");
  }
}
