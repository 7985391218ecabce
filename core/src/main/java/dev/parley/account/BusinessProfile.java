package dev.parley.account;

import dev.parley.media.MediaId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What users see of a business when they open its profile. What is not set is null, or empty.
///
/// @param vertical the trade, one of Meta's words
/// @param picture a file of its own, not that of the upload
public record BusinessProfile(
    @Nullable String about,
    @Nullable String address,
    @Nullable String description,
    @Nullable String email,
    List<String> websites,
    @Nullable String vertical,
    @Nullable MediaId picture) {

  public static final BusinessProfile EMPTY =
      new BusinessProfile(null, null, null, null, List.of(), null, null);

  public BusinessProfile {
    websites = List.copyOf(websites);
  }
}
