package dev.parley;

import dev.parley.chat.Chat;
import dev.parley.chat.Direction;
import dev.parley.chat.Progress;
import dev.parley.chat.StatusReport;
import dev.parley.chat.StoredMessage;
import dev.parley.chat.StoredMessage.Kind;
import dev.parley.journal.EventBody.MessageAccepted;
import dev.parley.journal.EventBody.MessageDeleted;
import dev.parley.journal.EventBody.MessageReceived;
import dev.parley.journal.EventBody.ReadByBusiness;
import dev.parley.journal.EventBody.StatusReported;
import dev.parley.journal.ShownUser;
import dev.parley.journal.StoredJson;
import dev.parley.protocol.api.Identity;
import dev.parley.protocol.event.InboundContent;
import dev.parley.protocol.event.InboundMessage;

/// How messages are written, within one transaction: each fact as an event, and the views that
/// follow from it. All that writes messages, hub and carriers alike, writes them here.
public final class Ledger {
  private final Tx tx;

  public Ledger(Tx tx) {
    this.tx = tx;
  }

  /// A business's message was accepted.
  public StoredMessage accept(Identity user, Kind kind, StoredJson request) {
    return accept(tx.openChat(user), kind, request);
  }

  /// A business's message was accepted for a chat of this transaction.
  public StoredMessage accept(Chat chat, Kind kind, StoredJson request) {
    return accept(chat, kind, new MessageAccepted(request));
  }

  /// The same, with what is kept of it beside the request.
  public StoredMessage accept(Chat chat, Kind kind, MessageAccepted accepted) {
    long seq = tx.append(chat.id(), accepted);
    return add(chat, seq, Direction.OUT, kind, Progress.ACCEPTED);
  }

  /// A user's message arrived; it opens the service window again, unless it is the network that
  /// tells of the user.
  public StoredMessage receive(Chat chat, Kind kind, InboundMessage message, String profileName) {
    var sender = new ShownUser(profileName, chat.user());
    long seq = tx.append(chat.id(), new MessageReceived(message, sender));
    Chat heard =
        message.content() instanceof InboundContent.SystemNote
            ? chat.withProfileName(profileName)
            : chat.withInbound(tx.now(), profileName);
    return add(heard, seq, Direction.IN, kind, Progress.DELIVERED);
  }

  /// Writes the report down if it moves the message forward.
  ///
  /// @return the message as it is then
  public StoredMessage report(StoredMessage message, StatusReport report) {
    if (!message.progress().mayBecome(report.progress())) {
      return message;
    }
    StoredMessage.Failure failure = report.failure();
    StoredMessage moved =
        failure == null ? message.withProgress(report.progress()) : message.failed(failure);
    tx.append(message.chat(), new StatusReported(message.seq(), report));
    tx.save(moved);
    return moved;
  }

  /// The business marks the user's messages up to this one as read.
  public void readByBusiness(StoredMessage message, boolean typing) {
    Chat chat = tx.chat(message.stream(), message.chat()).orElseThrow();
    if (message.seq() > chat.readByBusiness() || typing) {
      tx.append(chat.id(), new ReadByBusiness(message.seq(), typing));
      tx.save(chat.withReadByBusiness(Math.max(message.seq(), chat.readByBusiness())));
    }
  }

  /// The user deletes a message from the phone.
  public void delete(StoredMessage message) {
    if (!message.deleted()) {
      tx.append(message.chat(), new MessageDeleted(message.seq()));
      tx.save(message.asDeleted());
    }
  }

  /// Reactions hang on their target and are no link of the chat's chain.
  private StoredMessage add(
      Chat chat, long seq, Direction direction, Kind kind, Progress progress) {
    boolean inChain = kind != Kind.REACTION;
    var message =
        new StoredMessage(
            tx.stream(),
            seq,
            chat.id(),
            direction,
            kind,
            tx.now(),
            inChain ? chat.lastMessage() : 0,
            progress,
            false,
            null);
    tx.save(message);
    tx.save(inChain ? chat.withLastMessage(seq) : chat);
    return message;
  }
}
