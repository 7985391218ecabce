package dev.parley.server.delivery;

import dev.parley.protocol.event.InboundContent;
import dev.parley.protocol.event.InboundContent.Audio;
import dev.parley.protocol.event.InboundContent.Document;
import dev.parley.protocol.event.InboundContent.Edit;
import dev.parley.protocol.event.InboundContent.Image;
import dev.parley.protocol.event.InboundContent.Sticker;
import dev.parley.protocol.event.InboundContent.Video;
import dev.parley.protocol.event.InboundFile;
import dev.parley.protocol.event.InboundMessage;
import dev.parley.protocol.event.ReceivedMessage;
import dev.parley.protocol.event.WebhookEnvelope;
import dev.parley.protocol.event.WebhookEnvelope.Change;
import java.util.Optional;

/// Where the file of a user's message is to be had from now on, for some minutes. Each attempt at a
/// webhook names a fresh address, so that one which comes late can be used: nothing asks that the
/// bytes of two attempts be the same, each is signed by itself. Source: reference, webhooks.md §2.
@FunctionalInterface
public interface FileUrls {
  /// Where webhooks name no addresses.
  FileUrls NONE = mediaId -> Optional.empty();

  /// Empty when there is no such file, or not any more.
  Optional<String> of(String mediaId);

  /// The webhook with the addresses of its files. One that a message brought itself stays.
  default WebhookEnvelope in(WebhookEnvelope webhook) {
    return switch (webhook.change()) {
      case Change.Received(var contacts, var messages) ->
          new WebhookEnvelope(
              webhook.businessId(),
              webhook.metadata(),
              new Change.Received(contacts, messages.stream().map(this::in).toList()));
      case Change.Reported _ -> webhook;
    };
  }

  private ReceivedMessage in(ReceivedMessage received) {
    return new ReceivedMessage(
        received.sender(), received.id(), received.at(), in(received.message()));
  }

  private InboundMessage in(InboundMessage message) {
    return message.with(in(message.content()));
  }

  private InboundContent in(InboundContent content) {
    return switch (content) {
      case Image(var file, var caption) -> new Image(in(file), caption);
      case Video(var file, var caption) -> new Video(in(file), caption);
      case Audio(var file, var voice) -> new Audio(in(file), voice);
      case Document(var file, var name, var caption) -> new Document(in(file), name, caption);
      case Sticker(var file, var animated) -> new Sticker(in(file), animated);
      case Edit(var original, var message) -> new Edit(original, in(message));
      case InboundContent.Text _, InboundContent.Location _, InboundContent.Contacts _ -> content;
      case InboundContent.ListReply _, InboundContent.ButtonReply _ -> content;
      case InboundContent.TemplateButton _, InboundContent.FormReply _ -> content;
      case InboundContent.Reaction _, InboundContent.Order _ -> content;
      case InboundContent.CallPermissionReply _, InboundContent.SystemNote _ -> content;
      case InboundContent.Unsupported _, InboundContent.RequestWelcome _ -> content;
      case InboundContent.Revoke _ -> content;
    };
  }

  private InboundFile in(InboundFile file) {
    return file.url() == null
        ? of(file.id())
            .map(url -> new InboundFile(file.id(), file.mimeType(), file.sha256(), url))
            .orElse(file)
        : file;
  }
}
