package dev.parley.protocol.message;

import dev.parley.protocol.json.Fields;
import org.jspecify.annotations.Nullable;

/// Reads `image`, `video`, `audio`, `document` and `sticker`. Whether there is such a file is asked
/// later. Source: `messages.md` §3.
final class MediaMessageReader {
  private MediaMessageReader() {}

  static @Nullable Image image(Fields body) {
    var image = body.object("image");
    if (image == null) {
      return null;
    }
    var source = MediaReader.source(body, "image", image);
    var caption = caption(image);
    return source == null ? null : new Image(source, caption);
  }

  static @Nullable Video video(Fields body) {
    var video = body.object("video");
    if (video == null) {
      return null;
    }
    var source = MediaReader.source(body, "video", video);
    var caption = caption(video);
    return source == null ? null : new Video(source, caption);
  }

  static @Nullable Audio audio(Fields body) {
    var audio = body.object("audio");
    if (audio == null) {
      return null;
    }
    var source = MediaReader.source(body, "audio", audio);
    noCaption(audio, "an audio message");
    boolean voice = audio.optionalBool("voice", false);
    return source == null ? null : new Audio(source, voice);
  }

  static @Nullable Document document(Fields body) {
    var document = body.object("document");
    if (document == null) {
      return null;
    }
    var source = MediaReader.source(body, "document", document);
    var caption = caption(document);
    var filename = document.optionalText("filename", Document.FILENAME_MAX_CHARS);
    return source == null ? null : new Document(source, caption, filename);
  }

  static @Nullable Sticker sticker(Fields body) {
    var sticker = body.object("sticker");
    if (sticker == null) {
      return null;
    }
    var source = MediaReader.source(body, "sticker", sticker);
    noCaption(sticker, "a sticker");
    return source == null ? null : new Sticker(source);
  }

  /// The text below, which may be absent; `""` counts as absent.
  private static @Nullable String caption(Fields media) {
    return media.optionalText("caption", MediaMessage.CAPTION_MAX_CHARS);
  }

  private static void noCaption(Fields media, String kind) {
    if (media.says("caption")) {
      media.badValue("caption", "is not allowed in " + kind);
    }
  }
}
