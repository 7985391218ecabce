package dev.parley.protocol.event;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The ad or post that led the user into the chat. Source: `webhooks.md` §2.
///
/// @param sourceId the ad's id
/// @param clickId `ctwa_clid`; ads in a status have none
/// @param welcome the greeting that the ad shows in the chat
public record Referral(
    SourceType sourceType,
    String sourceUrl,
    String sourceId,
    @Nullable String headline,
    @Nullable String body,
    @Nullable Media media,
    @Nullable String clickId,
    @Nullable String welcome) {

  /// What the user came from.
  public enum SourceType {
    AD,
    POST;

    /// The word on the wire.
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What the ad shows.
  public sealed interface Media {

    /// The word in `media_type`.
    String type();

    record Image(String url) implements Media {
      @Override
      public String type() {
        return "image";
      }
    }

    record Video(String url, @Nullable String thumbnailUrl) implements Media {
      @Override
      public String type() {
        return "video";
      }
    }
  }
}
