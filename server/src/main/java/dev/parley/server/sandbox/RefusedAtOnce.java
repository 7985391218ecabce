package dev.parley.server.sandbox;

import dev.parley.account.Accounts;
import dev.parley.account.PhoneNumber;
import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.api.Recipient;
import dev.parley.protocol.api.SendRequest.SendMessage;
import dev.parley.protocol.api.UserId;
import dev.parley.protocol.api.WaId;
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
import dev.parley.protocol.message.Interactive;
import dev.parley.protocol.message.ListMessage;
import dev.parley.protocol.message.Location;
import dev.parley.protocol.message.LocationRequest;
import dev.parley.protocol.message.MediaMessage;
import dev.parley.protocol.message.Message;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the network refuses before it takes a message, since no more than the message and the
/// number must be known.
final class RefusedAtOnce {
  private final Accounts accounts;
  private final OfferedGoods goods;
  private final SentFiles files;
  private final KnownTemplates templates;

  RefusedAtOnce(Accounts accounts, SeededWorld world, SentFiles files) {
    this.accounts = accounts;
    this.goods = new OfferedGoods(world);
    this.files = files;
    this.templates = new KnownTemplates(world.templates(), goods);
  }

  Optional<ApiError> check(PhoneNumber sender, SendMessage request) {
    PhoneNumber from = accounts.number(sender.id()).orElse(sender);
    var problems = new ArrayList<Problem>();
    addIfPresent(problems, recipientProblem(from, request.to()));
    addIfPresent(problems, complianceProblem(from, request.message()));
    problems.addAll(files.problemsOf(from, request.message()));
    problems.addAll(
        switch (request.message()) {
          case Template template -> problemsOf(from, template, request.to());
          case Interactive interactive -> goods.problemsOf(from, interactive);
          // A reaction's target is looked for only after it was accepted (messages.md §6).
          case MediaMessage _, Reaction _, Text _, Location _, Contacts _ -> List.of();
        });
    return problems.isEmpty() ? Optional.empty() : Optional.of(ApiError.of(problems));
  }

  private List<Problem> problemsOf(PhoneNumber from, Template template, Recipient to) {
    List<Problem> problems = templates.problemsOf(from, template, to);
    return problems.isEmpty() && templates.takesPdfOnly(from, template)
        ? files.otherThanPdf(from, template)
        : problems;
  }

  private static @Nullable Problem recipientProblem(PhoneNumber from, Recipient recipient) {
    return switch (recipient) {
      case Recipient.Phone(var to) -> numberProblem(from, to);
      case Recipient.User(var userId) -> userIdProblem(userId);
    };
  }

  /// No portfolio of the sandbox is enrolled with a parent account. Source: `verified.md` §12.
  private static @Nullable Problem userIdProblem(UserId userId) {
    Path at = Path.root().field("recipient");
    return userId.isParent()
        ? Problem.badValue(
            at, "is %s, an id of a parent account; the portfolio belongs to none".formatted(userId))
        : countryProblem(at, userId.value().substring(0, UserIds.COUNTRY_CHARS));
  }

  private static @Nullable Problem numberProblem(PhoneNumber from, WaId to) {
    Path path = Path.root().field("to");
    if (to.equals(from.waId())) {
      return Problem.of(
          path,
          "is %s, the number that sends".formatted(to),
          ErrorCode.RECIPIENT_IS_SENDER.number());
    }
    ErrorCode magic = MagicRecipients.of(to).orElse(null);
    if (magic == null || !MagicRecipients.isRefusedAtOnce(magic)) {
      return countryProblem(path, Countries.of(to));
    }
    return new Problem(
        path.toString(),
        "is %s, a magic recipient of the sandbox that is always refused so".formatted(to),
        magic.number(),
        null,
        FailureWords.known(magic));
  }

  private static @Nullable Problem countryProblem(Path at, String country) {
    return Countries.SANCTIONED.contains(country)
        ? Problem.of(
            at,
            "is in %s, where no business may write to".formatted(country),
            ErrorCode.COUNTRY_RESTRICTED.number())
        : null;
  }

  /// An Indian number sells and takes payments only after it has filed who it is. The reference
  /// names no code (messages.md §11); 10 is that of what an account is not eligible for.
  private static @Nullable Problem complianceProblem(PhoneNumber from, Message message) {
    boolean mayTrade =
        !from.rules().complianceRequired()
            || from.settings().complianceFiled()
            || !Countries.of(from).equals(Countries.INDIA);
    return mayTrade || !isTrade(message)
        ? null
        : Problem.of(
            Path.root().field("interactive").field("type"),
            "sells or bills, and number %s of India has filed no business_compliance_info; POST it"
                    .formatted(from.id())
                + " first",
            ErrorCode.PERMISSION_DENIED.number());
  }

  private static boolean isTrade(Message message) {
    return switch (message) {
      case Product _, ProductList _, CatalogMessage _, OrderDetails _, OrderStatus _ -> true;
      case Carousel carousel -> carousel.cards().getFirst() instanceof Carousel.ProductCard;
      case ListMessage _, ButtonMessage _, CtaUrl _, LocationRequest _, FlowMessage _ -> false;
      case AddressMessage _, VoiceCall _, CallPermissionRequest _, ContactInfoRequest _ -> false;
      case MediaMessage _, Reaction _, Text _, Location _, Contacts _, Template _ -> false;
    };
  }

  private static void addIfPresent(List<Problem> problems, @Nullable Problem problem) {
    if (problem != null) {
      problems.add(problem);
    }
  }
}
