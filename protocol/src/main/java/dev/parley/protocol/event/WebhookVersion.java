package dev.parley.protocol.event;

import java.util.Optional;
import java.util.regex.Pattern;

/// The Graph version that an endpoint subscribed with: it decides what a webhook carries.
public record WebhookVersion(int major) {

  /// The versions that live now. Source: `platform.md` §12.
  public static final int MAJOR_MIN = 21;

  public static final int MAJOR_MAX = 26;

  /// What an endpoint gets that did not ask for another.
  public static final WebhookVersion NEWEST = new WebhookVersion(MAJOR_MAX);

  private static final Pattern SHAPE = Pattern.compile("v(\\d{1,3})\\.\\d{1,3}");

  public WebhookVersion {
    major = Math.clamp(major, MAJOR_MIN, MAJOR_MAX);
  }

  /// From a step of a path, `v23.0`; one that is too old or too new counts as the nearest.
  public static Optional<WebhookVersion> of(String step) {
    var version = SHAPE.matcher(step);
    return version.matches()
        ? Optional.of(new WebhookVersion(Integer.parseInt(version.group(1))))
        : Optional.empty();
  }

  /// `conversation` went with v24, but for messages in a free entry point window (`webhooks.md`
  /// §3).
  boolean has(Status.Conversation conversation) {
    return major <= 23 || conversation.isFreeEntry();
  }

  /// `contacts` beside statuses came in 2026 (`verified.md` §6, §14).
  boolean hasStatusContacts() {
    return major >= 24;
  }

  /// `v26.0`
  @Override
  public String toString() {
    return "v" + major + ".0";
  }
}
