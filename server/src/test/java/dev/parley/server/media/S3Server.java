package dev.parley.server.media;

import dev.parley.account.Secret;
import java.net.URI;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/// A real server of S3's protocol in this process, which checks signatures and forgets all with it.
final class S3Server implements AutoCloseable {
  static final String BUCKET = "files";

  private static final String ACCESS_KEY = "test-key";
  private static final String SECRET_KEY = "test-secret";

  private final BlobStore blobs = new TransientNio2BlobStore();
  private S3Proxy server;
  private final int port;

  private S3Server() {
    this.server = listen(0);
    this.port = server.getPort();
    try (var client = client()) {
      var _ = client.createBucket(make -> make.bucket(BUCKET));
    }
  }

  static S3Server start() {
    return new S3Server();
  }

  private S3Proxy listen(int at) {
    var listening =
        S3Proxy.builder()
            .blobStore(blobs)
            .endpoint(URI.create("http://127.0.0.1:" + at))
            .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
            .build();
    try {
      listening.start();
    } catch (Exception e) {
      throw new IllegalStateException("the S3 server does not start", e);
    }
    return listening;
  }

  S3Place place(String prefix) {
    return place(BUCKET, prefix, SECRET_KEY);
  }

  S3Place place(String bucket, String prefix, String secretKey) {
    return new S3Place(
        bucket, prefix, endpoint(), "eu-central-1", ACCESS_KEY, new Secret(secretKey), null);
  }

  private URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  private S3Client client() {
    return S3Client.builder()
        .region(Region.EU_CENTRAL_1)
        .endpointOverride(endpoint())
        .forcePathStyle(true)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY)))
        .build();
  }

  /// All keys of the bucket that begin so, but for the lock.
  java.util.List<String> keys(String prefix) {
    try (var client = client()) {
      return client
          .listObjectsV2Paginator(list -> list.bucket(BUCKET).prefix(prefix))
          .contents()
          .stream()
          .map(S3Object::key)
          .filter(key -> !key.endsWith("parley.lock"))
          .toList();
    }
  }

  void put(String key, byte[] bytes) {
    try (var client = client()) {
      var _ = client.putObject(put -> put.bucket(BUCKET).key(key), RequestBody.fromBytes(bytes));
    }
  }

  /// Nobody listens any more; what was stored is kept for {@link #comeBack}.
  void goAway() {
    close();
  }

  void comeBack() {
    server = listen(port);
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the S3 server does not stop", e);
    }
  }
}
