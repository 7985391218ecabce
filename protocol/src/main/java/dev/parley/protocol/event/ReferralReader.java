package dev.parley.protocol.event;

import dev.parley.protocol.event.Referral.Media;
import dev.parley.protocol.event.Referral.SourceType;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Problem;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads `referral`: the ad that the user came from.
final class ReferralReader {

  /// Ours, all of them: what an ad may say is not in the reference.
  private static final int URL_MAX_CHARS = 2_048;

  private static final int ID_MAX_CHARS = 1_024;
  private static final int TEXT_MAX_CHARS = 4_096;

  private ReferralReader() {}

  static @Nullable Referral read(Fields body) {
    var referral = body.optionalObject("referral");
    if (referral == null) {
      return null;
    }
    var type = referral.word("source_type", Set.of("ad", "post"), Problem.INVALID);
    var url = referral.text("source_url", URL_MAX_CHARS);
    var id = referral.metaId("source_id", ID_MAX_CHARS);
    var headline = referral.optionalText("headline", TEXT_MAX_CHARS);
    var words = referral.optionalText("body", TEXT_MAX_CHARS);
    var media = media(referral);
    var clickId = referral.optionalText("ctwa_clid", ID_MAX_CHARS);
    var welcome = welcome(referral);
    return type == null || url == null || id == null
        ? null
        : new Referral(
            SourceType.valueOf(type.toUpperCase(Locale.ROOT)),
            url,
            id,
            headline,
            words,
            media,
            clickId,
            welcome);
  }

  private static @Nullable Media media(Fields referral) {
    var type = referral.optionalWord("media_type", Set.of("image", "video"), Problem.INVALID);
    if (type == null) {
      return null;
    }
    var url = referral.text(type + "_url", URL_MAX_CHARS);
    var thumbnail =
        type.equals("video") ? referral.optionalText("thumbnail_url", URL_MAX_CHARS) : null;
    if (url == null) {
      return null;
    }
    return type.equals("image") ? new Media.Image(url) : new Media.Video(url, thumbnail);
  }

  private static @Nullable String welcome(Fields referral) {
    var message = referral.optionalObject("welcome_message");
    return message == null ? null : message.text("text", TEXT_MAX_CHARS);
  }
}
