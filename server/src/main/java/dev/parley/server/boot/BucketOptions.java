package dev.parley.server.boot;

import dev.parley.account.Secret;
import dev.parley.server.media.S3Place;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads where files go, when not into the data directory. The keys come from the environment
/// alone, where AWS's own tools have them: a command line is seen by everybody on the machine.
final class BucketOptions {
  static final String MEDIA = "media";
  static final String ENDPOINT = "media-endpoint";
  static final String REGION = "media-region";

  private static final String ACCESS_KEY = "AWS_ACCESS_KEY_ID";
  private static final String SECRET_KEY = "AWS_SECRET_ACCESS_KEY";
  private static final String SESSION_TOKEN = "AWS_SESSION_TOKEN";
  private static final List<String> REGIONS = List.of("AWS_REGION", "AWS_DEFAULT_REGION");

  /// Servers of others take any; this is the one that they have when they are asked.
  private static final String REGION_OF_OTHERS = "us-east-1";

  /// Names of buckets and regions as AWS allows them; a prefix of harmless characters.
  private static final Pattern PLACE =
      Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/([\\w.!*'()/-]{0,200}))?");

  private static final Pattern REGION_NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  private BucketOptions() {}

  /// @param given options by their names
  /// @return null when files stay in the data directory, or something is wrong with the bucket
  static @Nullable S3Place read(
      Map<String, String> given,
      @Nullable URI endpoint,
      Map<String, String> environment,
      List<String> problems,
      List<String> warnings) {
    String media = given.get(MEDIA);
    if (media == null) {
      for (String name : List.of(ENDPOINT, REGION)) {
        if (given.containsKey(name)) {
          warnings.add("--%s has no effect without --media s3://…".formatted(name));
        }
      }
      return null;
    }
    Matcher place = PLACE.matcher(media);
    boolean isPlace = place.matches() && !media.substring("s3://".length()).contains("//");
    if (!isPlace) {
      problems.add("--media " + media + " is no s3://bucket/prefix");
    }
    String region = region(given, endpoint, environment);
    if (region == null) {
      problems.add("--media needs --media-region (or AWS_REGION), or --media-endpoint");
    } else if (!REGION_NAME.matcher(region).matches()) {
      problems.add("--media-region " + region + " is no region");
    }
    String accessKey = variable(environment, ACCESS_KEY);
    String secretKey = variable(environment, SECRET_KEY);
    if (accessKey == null) {
      problems.add("--media needs " + ACCESS_KEY + " in the environment");
    }
    if (secretKey == null) {
      problems.add("--media needs " + SECRET_KEY + " in the environment");
    }
    if (!isPlace || region == null || accessKey == null || secretKey == null) {
      return null;
    }
    String sessionToken = variable(environment, SESSION_TOKEN);
    return new S3Place(
        place.group(1),
        prefix(place.group(2)),
        endpoint,
        region,
        accessKey,
        new Secret(secretKey),
        sessionToken == null ? null : new Secret(sessionToken));
  }

  private static @Nullable String region(
      Map<String, String> given, @Nullable URI endpoint, Map<String, String> environment) {
    String region = given.get(REGION);
    for (String name : REGIONS) {
      region = region == null ? variable(environment, name) : region;
    }
    return region == null && endpoint != null ? REGION_OF_OTHERS : region;
  }

  private static String prefix(@Nullable String given) {
    String prefix = given == null ? "" : given.replaceFirst("/$", "");
    return prefix.isEmpty() ? "" : prefix + "/";
  }

  private static @Nullable String variable(Map<String, String> environment, String name) {
    String value = environment.getOrDefault(name, "").strip();
    return value.isEmpty() ? null : value;
  }
}
