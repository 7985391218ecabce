package dev.parley.protocol.event;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.message.MediaSource;
import org.jspecify.annotations.Nullable;

/// Reads the files that come with users' messages.
final class InboundFileReader {

  /// Characters below a picture. What the app lets a user type.
  private static final int CAPTION_MAX_CHARS = InboundContent.Text.BODY_MAX_CHARS;

  private InboundFileReader() {}

  static @Nullable InboundContent image(Fields body) {
    var image = body.object("image");
    var file = image == null ? null : file(image);
    return image == null || file == null ? null : new InboundContent.Image(file, caption(image));
  }

  static @Nullable InboundContent video(Fields body) {
    var video = body.object("video");
    var file = video == null ? null : file(video);
    return video == null || file == null ? null : new InboundContent.Video(file, caption(video));
  }

  static @Nullable InboundContent audio(Fields body) {
    var audio = body.object("audio");
    var file = audio == null ? null : file(audio);
    return audio == null || file == null
        ? null
        : new InboundContent.Audio(file, audio.optionalBool("voice", false));
  }

  static @Nullable InboundContent document(Fields body) {
    var document = body.object("document");
    var file = document == null ? null : file(document);
    if (document == null || file == null) {
      return null;
    }
    var filename = document.optionalText("filename", InboundFile.FILENAME_MAX_CHARS);
    return new InboundContent.Document(
        file, filename == null ? InboundContent.Document.UNTITLED : filename, caption(document));
  }

  static @Nullable InboundContent sticker(Fields body) {
    var sticker = body.object("sticker");
    var file = sticker == null ? null : file(sticker);
    return sticker == null || file == null
        ? null
        : new InboundContent.Sticker(file, sticker.optionalBool("animated", false));
  }

  private static @Nullable InboundFile file(Fields media) {
    var id = media.metaId("id", MediaSource.ID_MAX_CHARS);
    var mimeType = media.text("mime_type", InboundFile.MIME_TYPE_MAX_CHARS);
    var sha256 = media.text("sha256", InboundFile.SHA256_MAX_CHARS);
    var url = media.optionalText("url", InboundFile.URL_MAX_CHARS);
    return id == null || mimeType == null || sha256 == null
        ? null
        : new InboundFile(id, mimeType, sha256, url);
  }

  private static @Nullable String caption(Fields media) {
    return media.optionalText("caption", CAPTION_MAX_CHARS);
  }
}
