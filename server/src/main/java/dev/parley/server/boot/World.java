package dev.parley.server.boot;

import dev.parley.Dispatcher;
import dev.parley.Hub;
import dev.parley.Store;
import dev.parley.View;
import dev.parley.WebhookForm;
import dev.parley.account.Accounts;
import dev.parley.account.Business;
import dev.parley.account.Endpoint;
import dev.parley.account.PhoneNumber;
import dev.parley.chat.WamidMint;
import dev.parley.media.MediaStore;
import dev.parley.protocol.event.WebhookEnvelope;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.server.admin.CallbackCheck;
import dev.parley.server.admin.D360NumberRoutes;
import dev.parley.server.admin.D360TemplateRoutes;
import dev.parley.server.admin.D360WebhookRoutes;
import dev.parley.server.admin.GraphRoutes;
import dev.parley.server.admin.NumberEdges;
import dev.parley.server.admin.NumberRulesRoutes;
import dev.parley.server.admin.TemplateEdges;
import dev.parley.server.admin.TemplateExamples;
import dev.parley.server.admin.TemplateLifeRoutes;
import dev.parley.server.console.CallLog;
import dev.parley.server.console.ConsoleRoutes;
import dev.parley.server.console.EventFeed;
import dev.parley.server.console.Live;
import dev.parley.server.delivery.Delivery;
import dev.parley.server.delivery.DeliveryLog;
import dev.parley.server.delivery.FileUrls;
import dev.parley.server.delivery.Handshake;
import dev.parley.server.delivery.RetrySchedule;
import dev.parley.server.delivery.WebhookClient;
import dev.parley.server.dialect.D360Dialect;
import dev.parley.server.dialect.GraphDialect;
import dev.parley.server.dialect.GraphNode;
import dev.parley.server.dialect.TraceIds;
import dev.parley.server.http.BaseUrl;
import dev.parley.server.http.Handler;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import dev.parley.server.http.Route;
import dev.parley.server.http.Router;
import dev.parley.server.media.MediaLibrary;
import dev.parley.server.media.MediaRoutes;
import dev.parley.server.media.MediaUrls;
import dev.parley.server.media.PictureFiles;
import dev.parley.server.media.ResumableRoutes;
import dev.parley.server.media.SandboxMediaRoutes;
import dev.parley.server.media.Throttles;
import dev.parley.server.reference.ErrorRoutes;
import dev.parley.server.reference.ValidateCall;
import dev.parley.server.sandbox.ClockMemory;
import dev.parley.server.sandbox.Handset;
import dev.parley.server.sandbox.PreviewCall;
import dev.parley.server.sandbox.SandboxApi;
import dev.parley.server.sandbox.SandboxClock;
import dev.parley.server.sandbox.SandboxNetwork;
import dev.parley.server.sandbox.Seed;
import dev.parley.server.sandbox.SeededWorld;
import dev.parley.template.Templates;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One world: a store, a clock, and all that lives on them. Built here top to bottom, so that a
/// test can have two in one process that share nothing.
public final class World implements Handler, AutoCloseable {
  private static final String GRAPH_VERSION = "v25.0";

  private static final Set<String> WAITING_CALLS = Set.of("events", "calls", "reset");

  private final ReentrantReadWriteLock resets = new ReentrantReadWriteLock();
  private final Config config;
  private final Seed seed;
  private final Store store;
  private final MediaStore files;
  private final BaseUrl baseUrl;
  private final SandboxClock clock;
  private final RandomGenerator random;
  private final WebhookClient webhooks;
  private final DeliveryLog deliveries = new DeliveryLog();
  private final CallLog calls;
  private final Live live;
  private volatile Running running;

  /// What is built anew by a reset.
  private record Running(
      Accounts accounts,
      SandboxNetwork network,
      MediaLibrary media,
      MediaUrls mediaUrls,
      LinkedWorld links,
      ResumableRoutes resumable,
      Dispatcher dispatcher,
      Delivery delivery,
      EventFeed feed,
      Handler routes) {}

  /// Plants the seed unless the store holds a world already, and takes up what was pending.
  ///
  /// @param files closed with this world, as the store is
  /// @param baseUrl of this world
  /// @param random used from many threads
  World(
      Config config,
      Seed seed,
      Store store,
      MediaStore files,
      BaseUrl baseUrl,
      SandboxClock clock,
      WebhookClient webhooks,
      RandomGenerator random) {
    this.config = config;
    this.seed = seed;
    this.store = store;
    this.files = files;
    this.baseUrl = baseUrl;
    this.clock = clock;
    this.webhooks = webhooks;
    this.random = random;
    this.calls = new CallLog(clock, () -> current().accounts());
    Accounts accounts = plant();
    var form = new WebhookForm(new WamidMint(store.salt()));
    EventFeed feed = feed(accounts, form);
    this.live = new Live(feed);
    deliveries.onEntry(entry -> live.tell("delivery", entry.toJson()));
    clock.onMove(move -> live.tell("clock", SandboxApi.clockJson(clock)));
    this.running = build(accounts, feed, form);
    start();
  }

  private Running current() {
    return running;
  }

  private EventFeed feed(Accounts accounts, WebhookForm form) {
    return new EventFeed(store, accounts, form, config.rateCard(), this::withAddresses);
  }

  private WebhookEnvelope withAddresses(WebhookEnvelope webhook, View view) {
    Running now = running;
    FileUrls urls = id -> now.media().url(view, id, now.mediaUrls());
    return urls.in(webhook);
  }

  private Accounts plant() {
    Accounts accounts = Accounts.load(store);
    seed.plant(store, accounts);
    ClockMemory.attach(clock, store, accounts.businesses().iterator().next());
    return accounts;
  }

  private Running build(Accounts accounts, EventFeed feed, WebhookForm form) {
    var mint = new WamidMint(store.salt());
    var traceIds = new TraceIds(random);
    var media = new MediaLibrary(store, files, clock, random, accounts::pictures);
    var mediaUrls = new MediaUrls(baseUrl, store.salt());
    var templates = Templates.load(store, accounts, clock);
    var links = LinkedWorld.of(config.links(), media, clock);
    var network =
        SandboxNetwork.open(
            store,
            accounts,
            mint,
            clock,
            config.unknownNumbers(),
            templates,
            media,
            links.fetches());
    var hints = new SandboxHints(accounts, network.world());
    var hub = new Hub(store, mint, network, templates);
    var dispatcher = new Dispatcher(store, hub, network, clock);
    var delivery =
        new Delivery(
            store,
            accounts,
            form,
            clock,
            webhooks,
            RetrySchedule.exact(),
            id -> media.url(id, mediaUrls),
            deliveries::add);

    var d360 = new D360Dialect(accounts, hub, traceIds, hints);
    var mediaCalls =
        new MediaRoutes(
            media,
            mediaUrls,
            accounts,
            clock,
            d360::caller,
            d360::unknownKey,
            new Throttles(clock, d360::caller, traceIds::d360),
            traceIds::facebook);
    var resumable = new ResumableRoutes(media, accounts, random, traceIds::facebook);
    var usersMedia =
        new SandboxMediaRoutes(
            media, accounts.businesses().iterator().next().stream(), traceIds::facebook);
    var templateEdges =
        new TemplateEdges(
            templates,
            network.sentTemplates(),
            accounts,
            clock,
            resumable.handles(),
            file -> mediaUrls.of(file.id(), clock.instant()),
            config.publicUrl(),
            traceIds::facebook);
    var pictures = new PictureFiles(media, resumable.handles(), mediaUrls, clock);
    CallbackCheck check = this::refusal;
    var numberEdges =
        new NumberEdges(
            store,
            accounts,
            clock,
            new KeptPictures(pictures),
            config.publicUrl(),
            traceIds::facebook);
    var graphRoutes = new GraphRoutes(accounts, numberEdges, check, traceIds::facebook);
    var graph =
        new GraphDialect(
            accounts,
            hub,
            traceIds,
            hints,
            switch (config.tokens()) {
              case KNOWN -> GraphDialect.AnyToken.REFUSED;
              case ANY -> GraphDialect.AnyToken.TAKEN;
            },
            List.of(
                new GraphNode(
                    "a phone number",
                    id -> accounts.number(id).map(PhoneNumber::business),
                    graphRoutes.ofNumbers()),
                new GraphNode(
                    "a business",
                    accounts::business,
                    Stream.concat(
                            graphRoutes.ofBusinesses().stream(),
                            templateEdges.ofBusinesses().stream())
                        .toList()),
                new GraphNode("a template", templates::ownerOf, templateEdges.ofTemplates()),
                new GraphNode("an app", accounts::businessOfApp, graphRoutes.ofApps())),
            request ->
                mediaCalls
                    .find(request)
                    .or(() -> resumable.find(request))
                    .map(found -> new GraphDialect.Neighbour(found.owner(), found.handler())),
            Stream.concat(graphRoutes.ofNothing().stream(), templateEdges.ofNothing().stream())
                .toList());
    var d360Numbers =
        new D360NumberRoutes(numberEdges, accounts, d360::caller, d360::unknownKey, traceIds::d360);
    var d360Templates =
        new D360TemplateRoutes(templateEdges, d360::caller, d360::unknownKey, traceIds::d360);
    var templateLife =
        new TemplateLifeRoutes(
            templates, network.sentTemplates(), accounts, clock, traceIds::facebook);
    var templateExamples = new TemplateExamples(templates, resumable.handles(), traceIds::facebook);
    var numberRules = new NumberRulesRoutes(accounts, traceIds::facebook);
    var d360Webhooks =
        new D360WebhookRoutes(
            accounts, d360::caller, d360::unknownKey, traceIds::facebook, traceIds::d360);
    var sandbox =
        new SandboxApi(network, accounts, clock, GRAPH_VERSION, this::reset, traceIds::facebook);
    var console =
        new ConsoleRoutes(
            live, calls, () -> current().feed(), deliveries::toJson, traceIds::facebook);

    templates.onChange(() -> live.tell("templates", JsonObject.empty()));
    accounts.onChange(() -> live.tell("numbers", sandbox.numbersJson()));
    network.handsets().onChange(() -> live.tell("handsets", sandbox.handsetsJson()));
    network
        .typing()
        .onChange((number, user, until) ->
            live.tell(
                "typing",
                Json.object(
                    "number",
                    number,
                    "chat",
                    user.value(),
                    "until",
                    until == null ? null : until.toString())));

    var routes = new ArrayList<Route>();
    d360.routes().forEach(route -> routes.add(recorded(route)));
    mediaCalls.d360Routes().forEach(route -> routes.add(recorded(route)));
    d360Webhooks.routes().forEach(route -> routes.add(recorded(route)));
    d360Numbers.routes().forEach(route -> routes.add(recorded(route)));
    d360Templates.routes().forEach(route -> routes.add(recorded(route)));
    routes.addAll(pictures.routes(traceIds::facebook));
    routes.addAll(new ErrorRoutes(traceIds::facebook).routes());
    routes.addAll(new ValidateCall(traceIds::facebook).routes());
    var guard = new SandboxGuard(config);
    console.routes().forEach(route -> routes.add(guard.guarded(route)));
    sandbox.routes().forEach(route -> routes.add(guard.guarded(route)));
    new PreviewCall(network, accounts, traceIds::facebook)
        .routes()
        .forEach(route -> routes.add(guard.guarded(route)));
    numberRules.routes().forEach(route -> routes.add(guard.guarded(route)));
    templateLife.routes().forEach(route -> routes.add(guard.guarded(route)));
    templateExamples.routes().forEach(route -> routes.add(guard.guarded(route)));
    usersMedia.routes().forEach(route -> routes.add(guard.guarded(route)));
    Handler router = Router.of(routes, calls.recording(graph));
    return new Running(
        accounts, network, media, mediaUrls, links, resumable, dispatcher, delivery, feed, router);
  }

  private void start() {
    Running now = running;
    now.accounts().numbers().forEach(now.dispatcher()::own);
    now.delivery().start();
    now.media().start();
  }

  /// Back to the seed: all that was written is gone, ids and keys are the same, wamids are new.
  /// Calls under way end first; those that come meanwhile wait for the new world.
  void reset() {
    resets.writeLock().lock();
    try {
      startAnew();
    } finally {
      resets.writeLock().unlock();
    }
  }

  private void startAnew() {
    Running old = running;
    old.dispatcher().close();
    old.links().close();
    old.delivery().close();
    old.resumable().close();
    old.media().close();
    store.wipe();
    calls.clear();
    deliveries.clear();
    clock.reset();
    Accounts accounts = plant();
    var form = new WebhookForm(new WamidMint(store.salt()));
    EventFeed feed = feed(accounts, form);
    running = build(accounts, feed, form);
    @Nullable URI webhook = config.webhook();
    if (webhook != null) {
      setWebhook(webhook);
    }
    start();
    live.restart(feed);
  }

  /// Sets the first business's endpoint, as `--webhook` says.
  ///
  /// @return why the handshake failed; the endpoint is set all the same, since a bot written for
  ///   360dialog answers none
  Optional<String> wire(URI webhook) {
    Business business = business();
    Optional<String> refusal = refusal(webhook, business.app().verifyToken());
    setWebhook(webhook);
    return refusal;
  }

  private void setWebhook(URI webhook) {
    Business business = business();
    running
        .accounts()
        .save(
            business,
            new Endpoint(
                Endpoint.Scope.BUSINESS,
                business.id(),
                webhook,
                java.util.Map.of(),
                business.app().verifyToken()));
  }

  private Business business() {
    return running.accounts().businesses().iterator().next();
  }

  private Optional<String> refusal(URI callback, dev.parley.account.Secret token) {
    return switch (new Handshake(webhooks, random).verify(callback, token)) {
      case Handshake.Outcome.Verified verified -> Optional.empty();
      case Handshake.Outcome.Refused(var why) -> Optional.of(why);
    };
  }

  private Route recorded(Route route) {
    return new Route(route.method(), route.pattern(), calls.recording(route.handler()));
  }

  /// What was said of a new world, where this one was there already and is another.
  List<String> ignoredOverrides() {
    return IgnoredOverrides.of(config.overrides(), accounts(), seeded());
  }

  @Override
  public Response handle(Request sent) throws Exception {
    Request request = withoutEmptySegments(sent);
    if (mayTakeLong(request.path())) {
      return running.routes().handle(request);
    }
    resets.readLock().lock();
    try {
      return running.routes().handle(request);
    } finally {
      resets.readLock().unlock();
    }
  }

  /// `//` and a slash at the end mean nothing: clients join paths to base URLs that end in `/`.
  private static Request withoutEmptySegments(Request request) {
    List<String> path = request.path();
    return path.contains("")
        ? request.withPath(path.stream().filter(segment -> !segment.isEmpty()).toList())
        : request;
  }

  /// What waits for events must not hold a reset up, nor the reset itself.
  private static boolean mayTakeLong(List<String> path) {
    return path.size() == 2
        && ((path.getFirst().equals("sandbox") && WAITING_CALLS.contains(path.get(1)))
            || path.getFirst().equals("console"));
  }

  /// For tests, which move it.
  public SandboxClock clock() {
    return clock;
  }

  public Accounts accounts() {
    return running.accounts();
  }

  SeededWorld seeded() {
    return running.network().world();
  }

  List<Handset> handsets() {
    return running.network().handsets().all();
  }

  /// What is under way ends; what is pending is taken up at the next start.
  @Override
  public synchronized void close() {
    running.dispatcher().close();
    running.links().close();
    running.delivery().close();
    running.resumable().close();
    running.media().close();
    clock.close();
    files.close();
    store.close();
  }
}
