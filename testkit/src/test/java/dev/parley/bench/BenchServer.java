package dev.parley.bench;

import dev.parley.Hub;
import dev.parley.Store;
import dev.parley.account.Accounts;
import dev.parley.account.PhoneNumber;
import dev.parley.chat.WamidMint;
import dev.parley.media.UsableMedia;
import dev.parley.server.dialect.D360Dialect;
import dev.parley.server.dialect.GraphErrors;
import dev.parley.server.dialect.Hints;
import dev.parley.server.dialect.TraceIds;
import dev.parley.server.http.HttpConfig;
import dev.parley.server.http.HttpServer;
import dev.parley.server.http.Router;
import dev.parley.server.sandbox.LinkFetches;
import dev.parley.server.sandbox.SandboxClock;
import dev.parley.server.sandbox.SandboxNetwork;
import dev.parley.server.sandbox.Seed;
import dev.parley.server.sandbox.UnknownNumbers;
import dev.parley.server.sql.SqliteStore;
import dev.parley.server.sql.Sync;
import dev.parley.template.Templates;
import java.nio.file.Path;
import java.security.SecureRandom;

/// The accept path of the server, in a process of its own, over one of three stores: the real one,
/// the real one with a commit per message, and one that stores nothing. Nothing is dispatched here;
/// what the whole product does is measured with `./parley` itself.
public final class BenchServer {
  private BenchServer() {}

  /// @param arguments which store (`durable`, `per-message`, `forgetful`), and a directory for it
  public static void main(String[] arguments) throws Exception {
    var clock = SandboxClock.real();
    Sync sync = arguments[0].equals("per-message") ? Sync.PER_MESSAGE : Sync.FULL;
    Store real =
        SqliteStore.open(
            Path.of(arguments[1]), sync, clock, broken -> Runtime.getRuntime().halt(3));
    Accounts accounts = Accounts.load(real);
    Seed.first().plant(real, accounts);
    var mint = new WamidMint(real.salt());
    var templates = Templates.load(real, accounts, clock);
    var network =
        SandboxNetwork.open(
            real,
            accounts,
            mint,
            clock,
            UnknownNumbers.BECOME_HANDSETS,
            templates,
            UsableMedia.NONE,
            LinkFetches.trusting());
    PhoneNumber number = accounts.numbers().iterator().next();
    Store store = arguments[0].equals("forgetful") ? new ForgetfulStore(real, number) : real;
    var traceIds = new TraceIds(new SecureRandom());
    var hub = new Hub(store, mint, network, templates);
    var dialect = new D360Dialect(accounts, hub, traceIds, Hints.NONE);
    HttpServer server =
        HttpServer.start(
            new HttpConfig("127.0.0.1", 0, HttpConfig.Limits.DEFAULT),
            Router.of(dialect.routes()),
            new GraphErrors(),
            traceIds::facebook);
    System.out.println("port " + server.port());
    System.out.flush();
    // Ends with the process that started it.
    int end = System.in.read();
    Runtime.getRuntime().halt(Math.min(end, 0));
  }
}
