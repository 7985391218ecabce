package dev.parley.server.sandbox;

import dev.parley.account.PhoneNumber;
import dev.parley.media.MediaFile;
import dev.parley.media.MediaKind;
import dev.parley.media.UsableMedia;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.message.Audio;
import dev.parley.protocol.message.Carousel;
import dev.parley.protocol.message.Contacts;
import dev.parley.protocol.message.Document;
import dev.parley.protocol.message.Header;
import dev.parley.protocol.message.Image;
import dev.parley.protocol.message.Interactive;
import dev.parley.protocol.message.Location;
import dev.parley.protocol.message.MediaMessage;
import dev.parley.protocol.message.MediaSource;
import dev.parley.protocol.message.Message;
import dev.parley.protocol.message.Reaction;
import dev.parley.protocol.message.Sticker;
import dev.parley.protocol.message.Template;
import dev.parley.protocol.message.TemplateComponent;
import dev.parley.protocol.message.TemplateParameter;
import dev.parley.protocol.message.Text;
import dev.parley.protocol.message.Video;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The files that a message names. Of those by id: whether they are there for its sender, which is
/// answered at once, and whether they can be sent so, which shows afterwards. Source: messages.md
/// §3, failure timing.
final class SentFiles {
  private static final Path TEMPLATE = Path.root().field("template").field("components");
  private static final Path INTERACTIVE = Path.root().field("interactive");

  /// The one type of a voice note.
  private static final String VOICE_TYPE = "audio/ogg";

  private static final String PDF = "application/pdf";

  private final UsableMedia files;

  SentFiles(UsableMedia files) {
    this.files = files;
  }

  /// A file at its place in a message: that of the id or link.
  private record Use(Path at, MediaKind as, boolean voice, MediaSource source) {}

  /// A file that a message names by link.
  record Link(Path at, MediaKind as, boolean voice, String address) {
    /// Why the file behind it can't be sent so; null when it can.
    @Nullable String misfit(MediaFile file) {
      return SentFiles.misfit(as, voice, file);
    }
  }

  /// Unknown, expired and foreign ids.
  List<Problem> problemsOf(PhoneNumber from, Message message) {
    var problems = new ArrayList<Problem>();
    for (Use use : uses(message)) {
      if (use.source() instanceof MediaSource.Uploaded(var id) && files.find(from, id).isEmpty()) {
        problems.add(
            Problem.of(
                use.at(),
                "is %s, which names no file that was uploaded for number %s; upload it, or use"
                        .formatted(Fields.quoted(id), from.id())
                    + " \"link\"",
                Problem.INVALID));
      }
    }
    return problems;
  }

  /// In the order of the message.
  static List<Link> links(Message message) {
    var links = new ArrayList<Link>();
    for (Use use : uses(message)) {
      if (use.source() instanceof MediaSource.Linked(var address)) {
        links.add(new Link(use.at(), use.as(), use.voice(), address));
      }
    }
    return links;
  }

  /// Files of a library template that are no PDF. Why this code: `templates-and-media.md` §6.
  List<Problem> otherThanPdf(PhoneNumber from, Template message) {
    var problems = new ArrayList<Problem>();
    for (Use use : uses(message)) {
      uploaded(from, use)
          .filter(file -> !file.plainType().equals(PDF))
          .ifPresent(file ->
              problems.add(
                  Problem.of(
                      use.at(),
                      "is a file of %s, a document of a library template is a PDF"
                          .formatted(file.mimeType()),
                      ErrorCode.TEMPLATE_VALIDATION.number())));
    }
    return problems;
  }

  /// Why a file can't be sent so; null when all can, or are gone by now.
  @Nullable String misfit(PhoneNumber from, Message message) {
    for (Use use : uses(message)) {
      String why =
          uploaded(from, use).map(file -> misfit(use.as(), use.voice(), file)).orElse(null);
      if (why != null) {
        return use.at() + " " + why;
      }
    }
    return null;
  }

  /// The file of an id; none behind a link, or where it is gone.
  private Optional<MediaFile> uploaded(PhoneNumber from, Use use) {
    return use.source() instanceof MediaSource.Uploaded(var id)
        ? files.find(from, id)
        : Optional.empty();
  }

  private static @Nullable String misfit(MediaKind kind, boolean voice, MediaFile file) {
    if (voice && !file.plainType().equals(VOICE_TYPE)) {
      return "is a file of %s, a voice note must be %s".formatted(file.mimeType(), VOICE_TYPE);
    }
    if (!kind.takes(file.plainType())) {
      return "is a file of %s, must be one of %s"
          .formatted(file.mimeType(), String.join(", ", kind.mimeTypes()));
    }
    return file.size() > kind.bytesMax()
        ? "is a file of %d bytes, at most %d are allowed".formatted(file.size(), kind.bytesMax())
        : null;
  }

  private static List<Use> uses(Message message) {
    return switch (message) {
      case MediaMessage media -> uses(media);
      case Interactive interactive -> uses(interactive);
      case Template template -> uses(TEMPLATE, template.components());
      case Text _, Location _, Contacts _, Reaction _ -> List.of();
    };
  }

  /// Of headers, below which a carousel's cards have theirs.
  private static List<Use> uses(Path at, List<TemplateComponent> components) {
    var uses = new ArrayList<Use>();
    for (int i = 0; i < components.size(); i++) {
      Path here = at.index(i);
      switch (components.get(i)) {
        case TemplateComponent.Part(var place, var values) -> {
          for (int j = 0; j < values.size(); j++) {
            if (values.get(j) instanceof TemplateParameter.Media media) {
              Path holder = here.field("parameters").index(j).field(media.type());
              add(uses, holder, kindOf(media.kind()), false, media.source());
            }
          }
        }
        case TemplateComponent.Carousel(var cards) -> {
          for (int j = 0; j < cards.size(); j++) {
            Path card = here.field("cards").index(j).field("components");
            uses.addAll(uses(card, cards.get(j).components()));
          }
        }
        case TemplateComponent.Button _ -> {}
      }
    }
    return uses;
  }

  private static MediaKind kindOf(TemplateParameter.Kind kind) {
    return switch (kind) {
      case IMAGE -> MediaKind.IMAGE;
      case VIDEO, GIF -> MediaKind.VIDEO;
      case DOCUMENT -> MediaKind.DOCUMENT;
    };
  }

  private static List<Use> uses(MediaMessage message) {
    MediaKind kind =
        switch (message) {
          case Image _ -> MediaKind.IMAGE;
          case Video _ -> MediaKind.VIDEO;
          case Audio _ -> MediaKind.AUDIO;
          case Document _ -> MediaKind.DOCUMENT;
          case Sticker _ -> MediaKind.STICKER;
        };
    var uses = new ArrayList<Use>();
    boolean voice = message instanceof Audio audio && audio.voice();
    add(uses, Path.root().field(message.type()), kind, voice, message.source());
    return uses;
  }

  private static List<Use> uses(Interactive message) {
    var uses = new ArrayList<Use>();
    if (message.header() instanceof Header.Media header) {
      add(uses, INTERACTIVE, header);
    }
    if (message instanceof Carousel carousel) {
      Path cards = INTERACTIVE.field("action").field("cards");
      for (int i = 0; i < carousel.cards().size(); i++) {
        if (carousel.cards().get(i) instanceof Carousel.MediaCard card) {
          add(uses, cards.index(i), card.header());
        }
      }
    }
    return uses;
  }

  private static void add(List<Use> uses, Path holder, Header.Media header) {
    MediaKind kind =
        switch (header.kind()) {
          case IMAGE -> MediaKind.IMAGE;
          case VIDEO -> MediaKind.VIDEO;
          case DOCUMENT -> MediaKind.DOCUMENT;
        };
    add(uses, holder.field("header").field(header.kind().wire()), kind, false, header.source());
  }

  private static void add(
      List<Use> uses, Path at, MediaKind kind, boolean voice, MediaSource source) {
    String member =
        switch (source) {
          case MediaSource.Uploaded _ -> "id";
          case MediaSource.Linked _ -> "link";
        };
    uses.add(new Use(at.field(member), kind, voice, source));
  }
}
