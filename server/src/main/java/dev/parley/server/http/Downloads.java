package dev.parley.server.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/// Writes a body that is longer than one would hold in memory.
final class Downloads {
  private static final int PIECE_BYTES = 64 * 1024;

  private Downloads() {}

  /// Nothing is opened for a client who wants the head only.
  static InputStream open(dev.parley.server.http.Response.Download download, Request request)
      throws IOException {
    return request.getMethod().equals("HEAD")
        ? InputStream.nullInputStream()
        : download.opener().open();
  }

  /// Head and body; the answer is not ended yet.
  static void write(
      dev.parley.server.http.Response.Download download, InputStream in, Response response)
      throws IOException {
    response.setStatus(download.status());
    var fields = response.getHeaders();
    for (var header : download.headers()) {
      fields.add(Answers.field(header));
    }
    fields.put(HttpHeader.CONTENT_LENGTH, download.length());
    if (response.getRequest().getMethod().equals("HEAD")) {
      return;
    }
    byte[] piece = new byte[(int) Math.min(PIECE_BYTES, Math.max(1, download.length()))];
    for (long left = download.length(); left > 0; ) {
      int count = in.read(piece, 0, (int) Math.min(piece.length, left));
      if (count < 0) {
        throw new EOFException("%d bytes are missing".formatted(left));
      }
      Content.Sink.write(response, false, ByteBuffer.wrap(piece, 0, count));
      left -= count;
    }
  }
}
