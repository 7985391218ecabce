package dev.parley.server.admin;

import dev.parley.account.Accounts;
import dev.parley.account.PhoneNumber;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonBool;
import dev.parley.protocol.json.JsonNull;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Problems;
import dev.parley.protocol.json.Reading;
import dev.parley.server.admin.Projection.Selection;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `business_compliance_info`, which India wants filed. Fields, limits and wordings: OpenAPI v23,
/// `BusinessComplianceInfoUpdateRequest`.
final class ComplianceCalls {
  static final int NAME_MIN_CHARS = 2;
  static final int NAME_MAX_CHARS = 128;
  static final int CUSTOM_TYPE_MAX_CHARS = 1024;
  static final int EMAIL_MAX_CHARS = 128;
  static final int PHONE_MAX_CHARS = 20;

  private static final String OTHER = "OTHER";

  private static final Set<String> ENTITY_TYPES =
      Set.of(
          "LIMITED_LIABILITY_PARTNERSHIP",
          "SOLE_PROPRIETORSHIP",
          "PARTNERSHIP",
          "PUBLIC_COMPANY",
          "PRIVATE_COMPANY",
          OTHER);

  private static final Set<String> MAY_BE_REGISTERED = Set.of(OTHER, "PARTNERSHIP");

  private static final Pattern PHONE = Pattern.compile("\\+[1-9]\\d{1,14}");

  private static final Projection<PhoneNumber> FIELDS =
      new Projection<PhoneNumber>("WhatsAppBusinessComplianceInfo")
          .usual("whatsapp_business_account_id", number -> new JsonString(number.business().id()))
          .usual("messaging_product", number -> new JsonString("whatsapp"))
          .usual("entity_name", number -> filed(number, "entity_name"))
          .usual("entity_type", number -> filed(number, "entity_type"))
          .usual("entity_type_custom", number -> filed(number, "entity_type_custom"))
          .usual("is_registered", ComplianceCalls::registered)
          .usual("grievance_officer_details", number -> filed(number, "grievance_officer_details"))
          .usual("customer_care_details", number -> filed(number, "customer_care_details"));

  private final Accounts accounts;
  private final Answers answers;

  ComplianceCalls(Accounts accounts, Answers answers) {
    this.accounts = accounts;
    this.answers = answers;
  }

  Response.Answer show(Request request, PhoneNumber number) {
    return switch (FIELDS.select(request, List.of())) {
      case Selection.Unknown<PhoneNumber>(var error) -> answers.refused(error);
      case Selection.Known<PhoneNumber>(var shown) ->
          Answers.ok(Json.object("data", JsonArray.of(shown.apply(number))));
    };
  }

  /// What wasn't filed is shown as null.
  private static Json filed(PhoneNumber number, String name) {
    JsonObject compliance = number.settings().compliance();
    Json value = compliance == null ? null : compliance.get(name);
    return value == null ? JsonNull.NULL : value;
  }

  private static Json registered(PhoneNumber number) {
    return filed(number, "is_registered") instanceof JsonBool bool ? bool : JsonBool.FALSE;
  }

  Response.Answer file(Request request, PhoneNumber number) {
    return answers.withBody(
        request,
        body ->
            answers.with(
                read(body),
                filed -> {
                  accounts.change(number, settings -> settings.withCompliance(filed));
                  return Answers.success();
                }));
  }

  private static Reading<JsonObject> read(JsonObject body) {
    var problems = new Problems(body);
    Fields fields = Fields.of(body, problems);
    return problems.reading(fields == null ? null : read(fields));
  }

  private static JsonObject read(Fields fields) {
    Members.product(fields);
    String name = fields.text("entity_name", NAME_MAX_CHARS);
    if (name != null && Fields.codePoints(name) < NAME_MIN_CHARS) {
      fields.badValue(
          "entity_name",
          "has %d characters, at least %d are required"
              .formatted(Fields.codePoints(name), NAME_MIN_CHARS));
    }
    if (!fields.says("entity_type")) {
      fields.missing("entity_type", "is missing");
    }
    String type = Members.word(fields, "entity_type", ENTITY_TYPES);
    String custom = fields.optionalText("entity_type_custom", CUSTOM_TYPE_MAX_CHARS);
    Boolean registered = Members.flag(fields, "is_registered");
    if (type != null && !type.isEmpty()) {
      checkType(fields, type);
    }
    return JsonObject.builder()
        .putIfPresent("entity_name", name)
        .putIfPresent("entity_type", type)
        .putIfPresent("entity_type_custom", custom)
        .putIfPresent("is_registered", registered == null ? null : JsonBool.of(registered))
        .putIfPresent(
            "grievance_officer_details", person(fields.object("grievance_officer_details"), true))
        .putIfPresent(
            "customer_care_details", person(fields.object("customer_care_details"), false))
        .build();
  }

  private static void checkType(Fields fields, String type) {
    if (type.equals(OTHER) && !fields.says("entity_type_custom")) {
      note(
          fields,
          "entity_type_custom",
          "is missing",
          "Entity_type_custom is mandatory for OTHER entity type");
    }
    if (!type.equals(OTHER) && fields.says("entity_type_custom")) {
      note(
          fields,
          "entity_type_custom",
          "is there, but entity_type is " + type,
          "Entity type custom can only be used with OTHER entity type");
    }
    if (!MAY_BE_REGISTERED.contains(type) && fields.has("is_registered")) {
      note(
          fields,
          "is_registered",
          "is there, but entity_type is " + type,
          "is_registered required only when entity_type is set to Other or Partnership");
    }
  }

  private static void note(Fields fields, String name, String problem, String wording) {
    fields.note(name, problem, Problem.INVALID, "(#100) " + wording, null);
  }

  private static @Nullable JsonObject person(@Nullable Fields fields, boolean named) {
    if (fields == null) {
      return null;
    }
    String email = fields.text("email", EMAIL_MAX_CHARS);
    Members.checkEmail(fields, "email", email);
    return JsonObject.builder()
        .putIfPresent("name", named ? fields.text("name", NAME_MAX_CHARS) : null)
        .putIfPresent("email", email)
        .putIfPresent("mobile_number", phone(fields, "mobile_number"))
        .putIfPresent("landline_number", phone(fields, "landline_number"))
        .build();
  }

  private static @Nullable String phone(Fields fields, String name) {
    String phone = fields.optionalText(name, PHONE_MAX_CHARS);
    if (phone != null && !PHONE.matcher(phone.replaceAll("[ ()-]", "")).matches()) {
      fields.note(
          name,
          "is %s, must be a number with + and country code".formatted(Fields.quoted(phone)),
          Problem.INVALID,
          "(#100) Invalid phone number format. Must include country code",
          null);
    }
    return phone;
  }
}
