package dev.parley.protocol.message;

import dev.parley.protocol.json.Fields;
import org.jspecify.annotations.Nullable;

/// Reads where a media file is to be had: `id` or `link`, exactly one. Source: `messages.md` §3.
final class MediaReader {
  private MediaReader() {}

  /// The source in `media`, which is the member `name` of `parent`.
  static @Nullable MediaSource source(Fields parent, String name, Fields media) {
    boolean id = media.says("id");
    boolean link = media.says("link");
    if (id == link) {
      parent.badValue(
          name,
          id
              ? "has both \"id\" and \"link\", exactly one of them is allowed"
              : "has neither \"id\" nor \"link\", exactly one of them is required");
      return null;
    }
    return id ? uploaded(media) : linked(media);
  }

  private static @Nullable MediaSource uploaded(Fields media) {
    var id = media.metaId("id", MediaSource.ID_MAX_CHARS);
    return id == null ? null : new MediaSource.Uploaded(id);
  }

  private static @Nullable MediaSource linked(Fields media) {
    var link = media.text("link", MediaSource.LINK_MAX_CHARS);
    var problem = link == null ? null : HttpLink.problemOf(link);
    if (problem != null) {
      media.badValue("link", problem);
    }
    return link == null ? null : new MediaSource.Linked(link);
  }
}
