package dev.parley.server.sandbox;

import dev.parley.Store;
import dev.parley.journal.EventBody.LinkOpened;
import dev.parley.protocol.api.Wamid;
import dev.parley.protocol.event.InboundContent;
import dev.parley.protocol.event.InboundContent.CallPermissionReply;
import dev.parley.protocol.event.InboundContent.FormReply;
import dev.parley.protocol.event.SharedContact;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import dev.parley.protocol.message.AddressMessage;
import dev.parley.protocol.message.Contact;
import dev.parley.server.sandbox.HeldPhone.Seen;
import dev.parley.server.sandbox.Offer.Choice;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// How a user answers what a message of the business offers: of any message on the phone, however
/// often. What a message doesn't offer is refused in a sentence that says what it does.
public final class PhoneAnswers {
  /// How long a permission to call lasts that is not permanent. Source: `templates-and-media.md`
  /// §9.
  static final Duration CALL_PERMISSION_LENGTH = Duration.ofDays(7);

  private final HeldPhone phone;
  private final Store store;
  private final InstantSource clock;
  private final SeededWorld world;

  PhoneAnswers(HeldPhone phone, Store store, InstantSource clock, SeededWorld world) {
    this.phone = phone;
    this.store = store;
    this.clock = clock;
    this.world = world;
  }

  /// The user taps a row of a list, a reply button, or a quick reply of a carousel.
  public UserOutcome tap(Wamid message, String choiceId) {
    return phone.onMessage(
        message,
        (handset, seen) -> {
          Path at = Path.root().field("id");
          String tapped = Fields.quoted(choiceId);
          Offer.Choices choices = seen.offers(Offer.Choices.class).orElse(null);
          if (choices == null) {
            return UserOutcome.notOffered(
                Problem.badValue(
                    at,
                    "is %s, but this message (%s) shows nothing to tap; it offers %s"
                        .formatted(tapped, Offers.kindOf(seen.said()), seen.offer().words())));
          }
          for (Choice choice : choices.choices()) {
            if (choice.id().equals(choiceId)) {
              return phone.answer(handset, seen, choice.answer());
            }
          }
          return UserOutcome.notOffered(
              Problem.badValue(
                  at, "is %s, this message shows %s".formatted(tapped, choices.list())));
        });
  }

  /// The user answers a request for the location.
  public UserOutcome sendLocation(Wamid request, InboundContent.Location location) {
    return phone.onMessage(
        request,
        (handset, seen) ->
            seen.offers(Offer.ShareLocation.class).isPresent()
                ? phone.answer(handset, seen, location)
                : seen.doesNot("ask for a location"));
  }

  /// The user sends a cart that was filled from a message: `{"product_items":[…],"text"?}`.
  public UserOutcome order(Wamid message, Json body) {
    return phone.onMessage(
        message,
        (handset, seen) ->
            seen.offer()
                .all()
                .flatMap(offer -> shelf(offer).stream())
                .findFirst()
                .map(shelf -> order(handset, seen, body, shelf.catalog(), shelf.retailerIds()))
                .orElseGet(() -> seen.doesNot("show products")));
  }

  /// What a message lets the user buy.
  private record Shelf(Catalog catalog, List<String> retailerIds) {}

  private Optional<Shelf> shelf(Offer offer) {
    return switch (offer) {
      case Offer.Goods(var catalogId, var retailerIds) ->
          world.catalog(catalogId).map(catalog -> new Shelf(catalog, retailerIds));
      case Offer.OwnGoods(var retailerIds) ->
          ownCatalog().map(catalog -> new Shelf(catalog, onSale(catalog, retailerIds)));
      case Offer.WholeCatalog() ->
          ownCatalog().map(catalog -> new Shelf(catalog, catalog.retailerIds()));
      case Offer other -> Optional.empty();
    };
  }

  private Optional<Catalog> ownCatalog() {
    return world.catalog(phone.number().catalog());
  }

  /// Unknown products of a template are not shown. Source: template-kinds.md §5.
  private static List<String> onSale(Catalog catalog, List<String> retailerIds) {
    return retailerIds.stream().filter(id -> catalog.product(id).isPresent()).toList();
  }

  private UserOutcome order(
      Handset handset, Seen seen, Json body, Catalog catalog, List<String> offered) {
    return switch (OrderCall.read(body, catalog, offered)) {
      case Reading.Ok<InboundContent.Order>(var order) -> phone.answer(handset, seen, order);
      case Reading.Wrong<InboundContent.Order>(var problems) -> UserOutcome.invalid(problems);
    };
  }

  /// The user opens the link of a message, or of a card of a carousel. The network tells nobody;
  /// the journal has it.
  ///
  /// @param card which card, from 0; a message with one link has one place only
  public UserOutcome openLink(Wamid message, int card) {
    return phone.onMessage(
        message,
        (handset, seen) -> {
          Offer.Links links = seen.offers(Offer.Links.class).orElse(null);
          if (links == null) {
            return seen.doesNot("have a link to open");
          }
          List<String> urls = links.urls();
          if (card >= urls.size()) {
            return UserOutcome.notOffered(
                Problem.badValue(
                    Path.root().field("card"),
                    "is %d, the last link of this message is on card %d"
                        .formatted(card, urls.size() - 1)));
          }
          var opened = new LinkOpened(seen.message().seq(), urls.get(card));
          store.write(phone.number().stream(), tx -> tx.append(seen.chat().id(), opened));
          return new UserOutcome.Done();
        });
  }

  /// The user fills in the form of an address message: `{"values":{…},"saved_address_id"?}`.
  public UserOutcome sendAddress(Wamid message, Json body) {
    return phone.onMessage(
        message,
        (handset, seen) -> {
          if (!(seen.said() instanceof AddressMessage asked)) {
            return seen.doesNot("ask for an address");
          }
          AddressForm form = AddressForm.of(asked.country()).orElse(null);
          if (form == null) {
            return UserOutcome.notOffered(
                "The message asks for an address in %s, of which the phone has no form."
                    .formatted(asked.country()));
          }
          return switch (AddressCall.read(body, form, asked)) {
            case Reading.Ok<FormReply>(var reply) -> phone.answer(handset, seen, reply);
            case Reading.Wrong<FormReply>(var problems) -> UserOutcome.invalid(problems);
          };
        });
  }

  /// The user lets the business call, or not. A permission that is not permanent ends by itself.
  public UserOutcome answerCallRequest(Wamid message, UserCalls.CallPermission given) {
    return phone.onMessage(
        message,
        (handset, seen) -> {
          if (seen.offers(Offer.AllowCalls.class).isEmpty()) {
            return seen.doesNot("ask for permission to call");
          }
          Instant expiresAt =
              given.accepted() && !given.permanent()
                  ? clock.instant().plus(CALL_PERMISSION_LENGTH)
                  : null;
          var reply =
              new CallPermissionReply(
                  given.accepted(), expiresAt, CallPermissionReply.USER_ACTION, given.permanent());
          return phone.answer(handset, seen, reply);
        });
  }

  /// The user shares the own card, as a message asks.
  public UserOutcome shareContact(Wamid message) {
    return phone.onMessage(
        message,
        (handset, seen) ->
            seen.offers(Offer.ShareContact.class).isPresent()
                ? phone.answer(handset, seen, ownCard(handset))
                : seen.doesNot("ask for contact info"));
  }

  private static InboundContent ownCard(Handset handset) {
    String waId = handset.waId().value();
    Contact own = Contact.of(handset.name(), "+" + waId, waId);
    return new InboundContent.Contacts(List.of(SharedContact.requested(own)));
  }

  /// The user completes a flow with these answers.
  public UserOutcome completeFlow(Wamid message, JsonObject response) {
    return phone.onMessage(
        message,
        (handset, seen) -> {
          Offer.OpenFlow flow = seen.offers(Offer.OpenFlow.class).orElse(null);
          if (flow == null) {
            return seen.doesNot("open a flow");
          }
          String json = withToken(flow.token(), response).toString();
          int chars = Fields.codePoints(json);
          if (chars > FormReply.RESPONSE_MAX_CHARS) {
            return UserOutcome.invalid(
                List.of(
                    Problem.badValue(
                        Path.root().field("response"),
                        "is %d characters of JSON, at most %d are allowed"
                            .formatted(chars, FormReply.RESPONSE_MAX_CHARS))));
          }
          return phone.answer(
              handset, seen, new FormReply(FormReply.FLOW, FormReply.FLOW_BODY, json));
        });
  }

  /// The token comes first, and is the message's whatever the answers say.
  private static JsonObject withToken(String token, JsonObject response) {
    return JsonObject.builder()
        .put("flow_token", token)
        .putAll(response)
        .put("flow_token", token)
        .build();
  }
}
