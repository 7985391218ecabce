package dev.parley.server.media;

import dev.parley.media.MediaStore;
import dev.parley.media.MediaStoreAway;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Files in a bucket of S3, or of a server that speaks its protocol, each under its hash:
/// `prefix/ab/cdef…`. What is still arriving lies on the disk here. The last server that opened a
/// prefix has it: its token lies in `parley.lock`, and who does not find their own there any more
/// removes nothing.
public final class S3MediaStore implements MediaStore {
  private static final String LOCK = "parley.lock";
  private static final Pattern REST = Pattern.compile("([0-9a-f]{2})/([0-9a-f]{62})");
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);

  /// Without a byte in either direction.
  private static final Duration SILENCE_MAX = Duration.ofSeconds(30);

  /// One more call waits for a free one.
  private static final int CONNECTIONS_MAX = 64;

  private static final Duration CONNECTION_WAIT_MAX = Duration.ofSeconds(60);

  /// What AWS tells at once, and the most that may be asked for.
  private static final int KEYS_PER_PAGE = 1_000;

  private static final int FORBIDDEN = 403;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  private final S3Place place;
  private final int keysPerPage;
  private final Spool spool;
  private final S3Client client;
  private final String token = UUID.randomUUID().toString();

  private S3MediaStore(S3Place place, Spool spool, int keysPerPage) {
    this.place = place;
    this.spool = spool;
    this.keysPerPage = keysPerPage;
    this.client = client(place);
  }

  /// @param directory for files that arrive; made when it is missing
  /// @throws IOException when the bucket can't be used, with words for whoever started the server
  public static S3MediaStore open(S3Place place, Path directory) throws IOException {
    return open(place, directory, KEYS_PER_PAGE);
  }

  static S3MediaStore open(S3Place place, Path directory, int keysPerPage) throws IOException {
    Files.createDirectories(directory);
    var store = new S3MediaStore(place, Spool.in(directory.toAbsolutePath()), keysPerPage);
    try {
      store.take();
      return store;
    } catch (SdkException e) {
      store.close();
      throw new IOException("files can't lie in %s: %s".formatted(place, reason(place, e)), e);
    }
  }

  private static S3Client client(S3Place place) {
    AwsCredentials credentials =
        place.sessionToken() == null
            ? AwsBasicCredentials.create(place.accessKey(), place.secretKey().value())
            : AwsSessionCredentials.create(
                place.accessKey(), place.secretKey().value(), place.sessionToken().value());
    S3ClientBuilder builder =
        S3Client.builder()
            .region(Region.of(place.region()))
            .credentialsProvider(StaticCredentialsProvider.create(credentials))
            .forcePathStyle(place.endpoint() != null)
            // Not every server of others knows the checksums that newer clients add by themselves.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            // Nothing but our own options decides: ~/.aws is not read.
            .overrideConfiguration(all -> all.defaultProfileFile(ProfileFile.aggregator().build()))
            .httpClientBuilder(
                Apache5HttpClient.builder()
                    .connectionTimeout(CONNECT_WITHIN)
                    .socketTimeout(SILENCE_MAX)
                    .connectionAcquisitionTimeout(CONNECTION_WAIT_MAX)
                    .maxConnections(CONNECTIONS_MAX));
    if (place.endpoint() != null) {
      builder.endpointOverride(place.endpoint());
    }
    return builder.build();
  }

  /// Also shows that the bucket is there, and that it may be written to, read and listed.
  private void take() {
    client.putObject(
        put -> put.bucket(place.bucket()).key(place.prefix() + LOCK),
        RequestBody.fromString(token));
    holder();
    client.listObjectsV2(list -> list.bucket(place.bucket()).prefix(place.prefix()).maxKeys(1));
  }

  private String holder() {
    return client
        .getObjectAsBytes(get -> get.bucket(place.bucket()).key(place.prefix() + LOCK))
        .asUtf8String();
  }

  private static String reason(S3Place place, SdkException e) {
    Object where = place.endpoint() == null ? "AWS in " + place.region() : place.endpoint();
    return switch (e) {
      case NoSuchBucketException none ->
          "there is no bucket %s at %s".formatted(place.bucket(), where);
      case S3Exception refused when refused.statusCode() == FORBIDDEN ->
          "%s refuses the access key %s (%s)".formatted(where, place.accessKey(), code(refused));
      case S3Exception refused ->
          "%s answers %d (%s)".formatted(where, refused.statusCode(), code(refused));
      default -> "%s can't be reached (%s)".formatted(where, rootOf(e));
    };
  }

  private static String code(S3Exception refused) {
    return refused.awsErrorDetails() == null
        ? String.valueOf(refused.getMessage())
        : refused.awsErrorDetails().errorCode();
  }

  private static String rootOf(Throwable thrown) {
    Throwable root = thrown;
    for (Throwable next = root; next != null; next = next.getCause()) {
      root = next;
    }
    return String.valueOf(root.getMessage());
  }

  @Override
  public Draft begin() throws IOException {
    return spool.begin(Spool.Waiting.FOR_NOTHING, this::put);
  }

  /// S3 has it for good when it answers, and refuses it when the bytes are not those of the hash.
  private void put(Path file, String sha256) throws IOException {
    String checksum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
    call(() ->
        client.putObject(
            put -> put.bucket(place.bucket()).key(key(sha256)).checksumSHA256(checksum),
            RequestBody.fromFile(file)));
  }

  @Override
  public InputStream open(String sha256, long offset) throws IOException {
    try {
      return call(() ->
          new Body(
              client.getObject(get -> {
                get.bucket(place.bucket()).key(key(sha256));
                if (offset > 0) {
                  get.range("bytes=%d-".formatted(offset));
                }
              })));
    } catch (MediaStoreAway away) {
      if (away.getCause() instanceof S3Exception refused
          && refused.statusCode() == RANGE_NOT_SATISFIABLE) {
        return InputStream.nullInputStream(); // At its end.
      }
      throw away;
    }
  }

  @Override
  public void remove(String sha256) throws IOException {
    if (!call(this::holder).equals(token)) {
      throw new IOException(
          "another server has taken %s; this one removes nothing there".formatted(place));
    }
    call(() -> client.deleteObject(delete -> delete.bucket(place.bucket()).key(key(sha256))));
  }

  @Override
  public Set<String> hashes() throws IOException {
    return call(() -> {
      var hashes = new HashSet<String>();
      for (S3Object object :
          client
              .listObjectsV2Paginator(
                  list -> list.bucket(place.bucket()).prefix(place.prefix()).maxKeys(keysPerPage))
              .contents()) {
        var rest = REST.matcher(object.key().substring(place.prefix().length()));
        if (rest.matches()) {
          hashes.add(rest.group(1) + rest.group(2));
        }
      }
      return hashes;
    });
  }

  private String key(String sha256) {
    return place.prefix() + sha256.substring(0, 2) + '/' + sha256.substring(2);
  }

  private <T> T call(Supplier<T> made) throws IOException {
    try {
      return made.get();
    } catch (NoSuchKeyException none) {
      var missing = new NoSuchFileException(place.toString(), null, "has no such object");
      missing.initCause(none);
      throw missing;
    } catch (SdkException e) {
      throw new MediaStoreAway("The files are out of reach: " + reason(place, e), e);
    }
  }

  @Override
  public void close() {
    client.close();
    spool.close();
  }

  /// Closed before its end, it ends the connection: a client that leaves early costs no transfer.
  private static final class Body extends FilterInputStream {
    private final ResponseInputStream<GetObjectResponse> object;
    private boolean ended;

    private Body(ResponseInputStream<GetObjectResponse> object) {
      super(object);
      this.object = object;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      int count = read(one, 0, 1);
      return count < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      try {
        int count = super.read(into, offset, length);
        ended |= count < 0;
        return count;
      } catch (SdkException e) {
        throw new IOException("reading from S3", e);
      }
    }

    @Override
    public void close() throws IOException {
      if (ended) {
        super.close();
      } else {
        object.abort();
      }
    }
  }
}
