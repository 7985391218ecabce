package dev.parley.server.sandbox;

import dev.parley.account.PhoneNumber;
import dev.parley.carrier.Outgoing;
import dev.parley.chat.StoredMessage.Failure;
import dev.parley.journal.StreamId;
import dev.parley.media.LinkedMedia;
import dev.parley.media.LinkedMedia.Fetched;
import dev.parley.media.MediaId;
import dev.parley.media.MediaKind;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.json.Fields;
import dev.parley.server.sandbox.SentFiles.Link;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has the linked files of messages fetched before they go to a phone, beside the dispatcher: only
/// the chat of the message waits. What came of it is kept in memory until the message is taken up
/// again; after a crash it is fetched once more, unless that was done a moment ago.
public final class LinkFetches implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LinkFetches.class);

  /// Files of a world that are fetched at the same time. One more waits, and with it its chat.
  public static final int AT_ONCE_MAX = 32;

  /// Of those, files of one host, so that a slow one leaves places to others. One more waits
  /// without a place. A redirect counts for the host of the link.
  public static final int OF_A_HOST_MAX = 8;

  private final @Nullable LinkedMedia media;
  private final Semaphore places = new Semaphore(AT_ONCE_MAX, true);
  private final Map<String, HostPlaces> hosts = new ConcurrentHashMap<>();
  private final Map<Place, Errand> errands = new ConcurrentHashMap<>();
  private final Map<Wanted, FutureTask<Fetched>> underWay = new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("link-", 0).factory());
  private volatile boolean closed;

  private LinkFetches(@Nullable LinkedMedia media) {
    this.media = media;
  }

  public static LinkFetches of(LinkedMedia media) {
    return new LinkFetches(media);
  }

  /// Asks nobody: each link is taken to lead to a fitting file.
  public static LinkFetches trusting() {
    return new LinkFetches(null);
  }

  /// Whose files: a message by its place in the journal.
  private record Place(StreamId stream, long seq) {}

  /// Those who want the same at the same time wait for one fetch.
  private record Wanted(StreamId from, String address, MediaKind as) {}

  /// How far the files of a message are.
  sealed interface State {
    /// @param failure null when all are here
    /// @param files those that are here, by their addresses
    record Settled(@Nullable Failure failure, Map<String, MediaId> files) implements State {
      static final Settled NOTHING = new Settled(null, Map.of());

      public Settled {
        files = Map.copyOf(files);
      }
    }

    /// @param then runs what it is given once they are settled
    record UnderWay(Consumer<Runnable> then) implements State {}
  }

  /// Fetches what was not; what is settled is told once.
  State of(Outgoing outgoing) {
    LinkedMedia source = media;
    List<Link> links = source == null ? List.of() : SentFiles.links(outgoing.request().message());
    if (source == null || links.isEmpty()) {
      return State.Settled.NOTHING;
    }
    var place = new Place(outgoing.message().stream(), outgoing.message().seq());
    Errand errand = errands.get(place);
    if (errand == null) {
      var begun = new Errand();
      errands.put(place, begun);
      threads.execute(() -> begun.end(run(source, outgoing.from(), links)));
      return new State.UnderWay(begun::then);
    }
    State.Settled outcome = errand.outcome();
    if (outcome == null) {
      return new State.UnderWay(errand::then);
    }
    errands.remove(place);
    return outcome;
  }

  /// The first failure ends it.
  private State.Settled run(LinkedMedia source, PhoneNumber from, List<Link> links) {
    var files = new HashMap<String, MediaId>();
    for (Link link : links) {
      String why =
          switch (fetch(source, from, link)) {
            case Fetched.Here(var file) -> {
              files.put(link.address(), file.id());
              yield link.misfit(file);
            }
            case Fetched.Failed(var because) -> because;
          };
      if (why != null) {
        var failure =
            new Failure(
                ErrorCode.MEDIA_UPLOAD.number(),
                "%s is %s; %s".formatted(link.at(), Fields.quoted(link.address()), why));
        return new State.Settled(failure, files);
      }
    }
    return new State.Settled(null, files);
  }

  private Fetched fetch(LinkedMedia source, PhoneNumber from, Link link) {
    var wanted = new Wanted(from.stream(), link.address(), link.as());
    var mine = new FutureTask<>(() -> source.fetch(from, link.address(), link.as()));
    FutureTask<Fetched> others = underWay.putIfAbsent(wanted, mine);
    if (others != null) {
      return outcome(others, link);
    }
    String host = host(link.address());
    HostPlaces ofHost = enter(host);
    try {
      ofHost.places().acquireUninterruptibly();
      places.acquireUninterruptibly();
      try {
        if (closed) {
          mine.cancel(false);
          return CLOSED;
        }
        mine.run();
        return outcome(mine, link);
      } finally {
        places.release();
        ofHost.places().release();
      }
    } finally {
      leave(host);
      underWay.remove(wanted);
    }
  }

  /// The places of one host, while somebody wants one.
  ///
  /// @param wanting those who have a place or wait for one
  private record HostPlaces(Semaphore places, int wanting) {}

  private HostPlaces enter(String host) {
    return hosts.compute(
        host,
        (_, known) ->
            known == null
                ? new HostPlaces(new Semaphore(OF_A_HOST_MAX, true), 1)
                : new HostPlaces(known.places(), known.wanting() + 1));
  }

  private void leave(String host) {
    hosts.computeIfPresent(
        host,
        (_, known) ->
            known.wanting() == 1 ? null : new HostPlaces(known.places(), known.wanting() - 1));
  }

  /// Of one that can't be read, which is not fetched, the empty one.
  private static String host(String link) {
    try {
      String host = URI.create(link.strip()).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /// Nobody reads it: the message is taken up by the next start.
  private static final Fetched CLOSED = new Fetched.Failed("the sandbox ends");

  private Fetched outcome(FutureTask<Fetched> task, Link link) {
    try {
      return task.get();
    } catch (ExecutionException bug) {
      if (!closed) {
        log.error("the file behind {} could not be kept", link.address(), bug.getCause());
      }
      return new Fetched.Failed("the file could not be kept; the server's log says why");
    } catch (CancellationException e) {
      return CLOSED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CLOSED;
    }
  }

  /// Waits for what is under way. Close what it fetches with first, and the dispatcher before.
  @Override
  public void close() {
    closed = true;
    threads.close();
  }

  /// What is fetched for one message.
  private static final class Errand {
    private State.@Nullable Settled outcome;
    private @Nullable Runnable waiting;

    synchronized State.@Nullable Settled outcome() {
      return outcome;
    }

    void end(State.Settled settled) {
      Runnable next;
      synchronized (this) {
        outcome = settled;
        next = waiting;
      }
      if (next != null) {
        next.run();
      }
    }

    void then(Runnable next) {
      synchronized (this) {
        if (outcome == null) {
          waiting = next;
          return;
        }
      }
      next.run();
    }
  }
}
