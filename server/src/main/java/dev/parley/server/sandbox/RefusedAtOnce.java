package dev.parley.server.sandbox;

import dev.parley.account.PhoneNumber;
import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.api.Recipient;
import dev.parley.protocol.api.SendRequest.SendMessage;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.message.AddressMessage;
import dev.parley.protocol.message.ButtonMessage;
import dev.parley.protocol.message.CallPermissionRequest;
import dev.parley.protocol.message.Carousel;
import dev.parley.protocol.message.CatalogMessage;
import dev.parley.protocol.message.ContactInfoRequest;
import dev.parley.protocol.message.Contacts;
import dev.parley.protocol.message.CtaUrl;
import dev.parley.protocol.message.FlowMessage;
import dev.parley.protocol.message.Header;
import dev.parley.protocol.message.ListMessage;
import dev.parley.protocol.message.Location;
import dev.parley.protocol.message.LocationRequest;
import dev.parley.protocol.message.MediaMessage;
import dev.parley.protocol.message.MediaSource;
import dev.parley.protocol.message.OrderDetails;
import dev.parley.protocol.message.OrderStatus;
import dev.parley.protocol.message.Product;
import dev.parley.protocol.message.ProductList;
import dev.parley.protocol.message.Reaction;
import dev.parley.protocol.message.Template;
import dev.parley.protocol.message.Text;
import dev.parley.protocol.message.VoiceCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the network refuses before it takes a message, since no more than the message must be
/// known.
final class RefusedAtOnce {
  private static final Path ACTION = Path.root().field("interactive").field("action");

  private final SeededWorld world;

  RefusedAtOnce(SeededWorld world) {
    this.world = world;
  }

  Optional<ApiError> check(PhoneNumber from, SendMessage request) {
    var problems = new ArrayList<Problem>();
    if (request.to() instanceof Recipient.Phone(var to)) {
      addIfPresent(problems, recipientProblem(from, to));
    }
    problems.addAll(
        switch (request.message()) {
          case Product product -> problemsOf(from, product);
          case ProductList products -> problemsOf(from, products);
          case Template template -> problemsOf(template);
          case ButtonMessage message -> problemsOf(message.header());
          case CtaUrl message -> problemsOf(message.header());
          case ListMessage nothingToKnow -> List.of();
          case MediaMessage nothingToKnow -> List.of();
          case CatalogMessage nothingToKnow -> List.of();
          case FlowMessage nothingToKnow -> List.of();
          case AddressMessage nothingToKnow -> List.of();
          case OrderDetails nothingToKnow -> List.of();
          case OrderStatus nothingToKnow -> List.of();
          case VoiceCall nothingToKnow -> List.of();
          case CallPermissionRequest nothingToKnow -> List.of();
          case ContactInfoRequest nothingToKnow -> List.of();
          case Carousel nothingToKnow -> List.of();
          case LocationRequest nothingToKnow -> List.of();
          case Text nothingToKnow -> List.of();
          case Location nothingToKnow -> List.of();
          case Contacts nothingToKnow -> List.of();
          // Its target is looked for only after it was accepted. Source: messages.md §6.
          case Reaction later -> List.of();
        });
    return problems.isEmpty() ? Optional.empty() : Optional.of(ApiError.of(problems));
  }

  private static @Nullable Problem recipientProblem(PhoneNumber from, WaId to) {
    Path path = Path.root().field("to");
    if (to.equals(from.waId())) {
      return Problem.of(
          path,
          "is %s, the number that sends".formatted(to),
          ErrorCode.RECIPIENT_IS_SENDER.number());
    }
    ErrorCode magic = MagicRecipients.of(to).orElse(null);
    if (magic == null || !MagicRecipients.isRefusedAtOnce(magic)) {
      return null;
    }
    return new Problem(
        path.toString(),
        "is %s, a magic recipient of the sandbox that is always refused so".formatted(to),
        magic.number(),
        null,
        FailureWords.known(magic));
  }

  private List<Problem> problemsOf(PhoneNumber from, Product message) {
    Catalog catalog = catalogOf(from, message.catalogId());
    if (catalog == null) {
      return List.of(unknownCatalog(from, message.catalogId()));
    }
    var problems = new ArrayList<Problem>();
    addIfPresent(
        problems,
        productProblem(catalog, ACTION.field("product_retailer_id"), message.productRetailerId()));
    return problems;
  }

  private List<Problem> problemsOf(PhoneNumber from, ProductList message) {
    Catalog catalog = catalogOf(from, message.catalogId());
    if (catalog == null) {
      return List.of(unknownCatalog(from, message.catalogId()));
    }
    var problems = new ArrayList<Problem>();
    for (int i = 0; i < message.sections().size(); i++) {
      Path items = ACTION.field("sections").index(i).field("product_items");
      List<String> ids = message.sections().get(i).productRetailerIds();
      for (int j = 0; j < ids.size(); j++) {
        Path at = items.index(j).field("product_retailer_id");
        addIfPresent(problems, productProblem(catalog, at, ids.get(j)));
      }
    }
    return problems;
  }

  /// A number sells from the one catalog that it is connected with.
  private @Nullable Catalog catalogOf(PhoneNumber from, String id) {
    return from.catalog().equals(id) ? world.catalog(id).orElse(null) : null;
  }

  private static Problem unknownCatalog(PhoneNumber from, String id) {
    return badProduct(
        ACTION.field("catalog_id"),
        "is %s, number %s is connected with catalog %s"
            .formatted(Fields.quoted(id), from.id(), from.catalog()));
  }

  private static @Nullable Problem productProblem(Catalog catalog, Path at, String retailerId) {
    return catalog.product(retailerId).isPresent()
        ? null
        : badProduct(
            at,
            "is %s, catalog %s has no such product"
                .formatted(Fields.quoted(retailerId), catalog.id()));
  }

  /// Wording seen in the wild, `messages.md` §11.
  private static Problem badProduct(Path at, String problem) {
    return new Problem(
        at.toString(), problem, Problem.BAD_VALUE, null, "Products not found in FB Catalog.");
  }

  private List<Problem> problemsOf(Template message) {
    Path at = Path.root().field("template");
    SandboxTemplate template = world.template(message.name(), message.language()).orElse(null);
    if (template == null) {
      return List.of(unknownTemplate(at, message));
    }
    var problems = new ArrayList<Problem>();
    for (int i = 0; i < message.components().size(); i++) {
      addIfPresent(
          problems, componentProblem(at.field("components").index(i), message.components().get(i)));
    }
    return problems;
  }

  /// Wordings: `responses-and-errors.md` §5 and §6.
  private Problem unknownTemplate(Path at, Template message) {
    List<String> languages =
        world.templates().stream()
            .filter(template -> template.name().equals(message.name()))
            .map(SandboxTemplate::language)
            .toList();
    Path where = languages.isEmpty() ? at.field("name") : at.field("language").field("code");
    String problem =
        languages.isEmpty()
            ? "is %s, there is no such template; there are %s"
                .formatted(
                    Fields.quoted(message.name()),
                    world.templates().stream().map(SandboxTemplate::key).toList())
            : "is %s, the template is there in %s"
                .formatted(Fields.quoted(message.language()), languages);
    return new Problem(
        where.toString(),
        problem,
        ErrorCode.TEMPLATE_NOT_FOUND.number(),
        "(#132001) Template name does not exist in the translation",
        "template name (%s) does not exist in %s".formatted(message.name(), message.language()));
  }

  /// Templates of the sandbox have no variables and no buttons. Wording: `observed.md` §1.
  private static @Nullable Problem componentProblem(Path at, JsonObject component) {
    String type =
        component.get("type") instanceof JsonString(var word) ? word.toLowerCase(Locale.ROOT) : "";
    int given = component.get("parameters") instanceof JsonArray items ? items.size() : 0;
    if (given == 0 && (type.equals("header") || type.equals("body"))) {
      return null;
    }
    return new Problem(
        at.field("parameters").toString(),
        "has %d values, the template's %s takes none"
            .formatted(given, type.isEmpty() ? "component" : type),
        ErrorCode.TEMPLATE_PARAM_COUNT.number(),
        "(#132000) Number of parameters does not match the expected number of params",
        "%s: number of localizable_params (%d) does not match the expected number of params (0)"
            .formatted(type.isEmpty() ? "body" : type, given));
  }

  /// Nothing can be uploaded yet, so no id names a file. Source: messages.md §3, failure timing.
  private static List<Problem> problemsOf(@Nullable Header header) {
    if (header instanceof Header.Media(var kind, MediaSource.Uploaded(var id), var filename)) {
      return List.of(
          Problem.of(
              Path.root().field("interactive").field("header").field(kind.wire()).field("id"),
              "is %s, which names no uploaded file; use \"link\"".formatted(Fields.quoted(id)),
              Problem.INVALID));
    }
    return List.of();
  }

  private static void addIfPresent(List<Problem> problems, @Nullable Problem problem) {
    if (problem != null) {
      problems.add(problem);
    }
  }
}
