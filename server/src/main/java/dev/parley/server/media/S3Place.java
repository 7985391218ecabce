package dev.parley.server.media;

import dev.parley.account.Secret;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Where files lie in a bucket, and how one gets there.
///
/// @param prefix of all keys, ends in `/` unless it is empty
/// @param endpoint of a server that is not AWS's; buckets are then part of the path
public record S3Place(
    String bucket,
    String prefix,
    @Nullable URI endpoint,
    String region,
    String accessKey,
    Secret secretKey,
    @Nullable Secret sessionToken) {

  /// `s3://bucket/prefix/`
  @Override
  public String toString() {
    return "s3://" + bucket + "/" + prefix;
  }
}
