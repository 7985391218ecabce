package dev.parley.protocol.template;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.JsonNull;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Problems;
import dev.parley.protocol.json.Reading;
import dev.parley.protocol.json.Remedy;
import dev.parley.protocol.template.TemplatePart.Body;
import dev.parley.protocol.template.TemplatePart.Buttons;
import dev.parley.protocol.template.TemplatePart.Footer;
import dev.parley.protocol.template.TemplatePart.Header;
import dev.parley.protocol.template.TemplatePart.MediaFormat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads how a template is made from one of the library. Source: reference, templates-and-media.md
/// §4, Create from the library.
public final class LibraryRequestReader {
  public static final String LIBRARY_NAME = "library_template_name";
  private static final String BUTTON_INPUTS = "library_template_button_inputs";
  private static final String BODY_INPUTS = "library_template_body_inputs";

  /// Behind it lies nothing: who makes a template from the library gives no example.
  private static final String PDF_HANDLE = "4::YXBwbGljYXRpb24vcGRm:library";

  private final Fields fields;
  private final String contactNumber;

  private LibraryRequestReader(Fields fields, String contactNumber) {
    this.fields = fields;
    this.contactNumber = contactNumber;
  }

  /// @param contactNumber what `add_contact_number` adds
  public static Reading<TemplateDefinition> read(JsonObject given, String contactNumber) {
    var body = withParsed(withParsed(given, BUTTON_INPUTS), BODY_INPUTS);
    var problems = new Problems(body);
    var fields = Fields.of(body, problems);
    return problems.reading(
        fields == null ? null : new LibraryRequestReader(fields, contactNumber).template());
  }

  /// With a member that came as JSON text as what it says.
  static JsonObject withParsed(JsonObject body, String name) {
    return body.get(name) instanceof JsonString(var text) && !text.isBlank()
        ? JsonObject.builder().putAll(body).put(name, LooseJson.read(text)).build()
        : body;
  }

  private @Nullable TemplateDefinition template() {
    var name = TemplateDefinitionReader.name(fields);
    var category = TemplateDefinitionReader.category(fields);
    var language = TemplateDefinitionReader.language(fields);
    if (fields.says("components")) {
      fields.note(
          "components",
          "can't come together with %s, whose content is fixed".formatted(LIBRARY_NAME),
          Problem.INVALID);
    }
    var entry = entry(language);
    if (entry == null) {
      return null;
    }
    if (category != null && category != entry.category()) {
      fields.note(
          "category",
          "is %s, that of the library's %s is %s"
              .formatted(category, entry.name(), entry.category()),
          Problem.INVALID);
    }
    var seconds = TemplateDefinitionReader.ttl(fields, entry.category());
    var parts = parts(entry);
    return name == null || category != entry.category() || parts == null
        ? null
        : new TemplateDefinition(
            name,
            entry.language(),
            entry.category(),
            null,
            null,
            ParameterFormat.POSITIONAL,
            parts,
            seconds,
            entry.name());
  }

  private @Nullable LibraryEntry entry(@Nullable String language) {
    var name = fields.text(LIBRARY_NAME, TemplateDefinition.NAME_MAX_CHARS);
    if (name == null) {
      return null;
    }
    var languages = TemplateLibrary.named(name);
    if (languages.isEmpty()) {
      var near = TemplateLibrary.near(name);
      fields.note(
          LIBRARY_NAME,
          "is %s, which the library does not have; near it are %s, and GET"
                  .formatted(Fields.quoted(name), near)
              + " /message_template_library lists all",
          Problem.INVALID,
          Remedy.OneOf.of(near));
      return null;
    }
    var codes = languages.stream().map(LibraryEntry::language).toList();
    var entry = language == null ? null : TemplateLibrary.find(name, language).orElse(null);
    if (language != null && entry == null) {
      fields.note(
          "language",
          "is %s, the library has %s in %s".formatted(Fields.quoted(language), name, codes),
          Problem.INVALID,
          Remedy.OneOf.of(codes));
    }
    return entry;
  }

  private @Nullable List<TemplatePart> parts(LibraryEntry entry) {
    var parts = new ArrayList<TemplatePart>();
    if (entry.withDocument()) {
      parts.add(new Header.OfMedia(MediaFormat.DOCUMENT, PDF_HANDLE));
    }
    var header = entry.header();
    if (header != null) {
      parts.add(new Header.OfText(TemplateText.plain(header)));
    }
    var inputs = fields.optionalObject(BODY_INPUTS);
    if (inputs == null) {
      parts.add(
          entry.category() == TemplateCategory.AUTHENTICATION
              ? new Body(FixedTexts.of(entry.language()).body(false), false)
              : new Body(entry.body(), null));
    } else {
      adapted(entry, inputs, parts);
    }
    var buttons =
        new LibraryButtonReader(fields, BUTTON_INPUTS, FixedTexts.of(entry.language()))
            .read(entry.buttons());
    if (buttons == null) {
      return null;
    }
    if (!buttons.isEmpty()) {
      parts.add(new Buttons(buttons));
    }
    return parts;
  }

  /// `add_learn_more_link` and `add_track_package_link` are for few accounts, and ignored for the
  /// others, of which a sandbox's is one.
  private void adapted(LibraryEntry entry, Fields inputs, List<TemplatePart> parts) {
    boolean contact = inputs.optionalBool("add_contact_number", false);
    boolean advice = inputs.optionalBool("add_security_recommendation", false);
    inputs.optionalBool("add_learn_more_link", false);
    inputs.optionalBool("add_track_package_link", false);
    var minutes =
        inputs.optionalWhole(
            "code_expiration_minutes",
            Footer.CODE_EXPIRATION_MIN_MINUTES,
            Footer.CODE_EXPIRATION_MAX_MINUTES);
    var sentence = entry.contact();
    if (contact && sentence == null) {
      notFor(entry, inputs, "add_contact_number");
    }
    if (entry.category() == TemplateCategory.AUTHENTICATION) {
      var fixed = FixedTexts.of(entry.language());
      parts.add(new Body(fixed.body(advice), advice));
      if (minutes != null) {
        parts.add(new Footer(fixed.footer(minutes.intValue()), minutes.intValue()));
      }
      return;
    }
    if (advice) {
      notFor(entry, inputs, "add_security_recommendation");
    }
    if (minutes != null) {
      notFor(entry, inputs, "code_expiration_minutes");
    }
    var text = entry.body();
    parts.add(
        new Body(
            contact && sentence != null
                ? new TemplateText(
                    text.text() + " " + sentence.formatted(contactNumber), text.variables())
                : text,
            null));
  }

  private static void notFor(LibraryEntry entry, Fields inputs, String name) {
    inputs.note(
        name, "is nothing that the library's %s has".formatted(entry.name()), Problem.INVALID);
  }

  /// Whether a body asks for a template of the library.
  public static boolean isMeant(JsonObject body) {
    return body.get(LIBRARY_NAME) instanceof JsonString(var name)
        ? !name.isBlank()
        : body.get(LIBRARY_NAME) != null && !(body.get(LIBRARY_NAME) instanceof JsonNull);
  }
}
