package dev.parley.server.media;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// The bytes of a multipart/form-data body, written as the client under test would.
public final class Form {
  public static final String BOUNDARY = "----parley-7MA4YWxk";
  public static final String CONTENT_TYPE = "multipart/form-data; boundary=" + BOUNDARY;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  public static Form of() {
    return new Form();
  }

  /// What every upload has, and a file.
  public static byte[] upload(byte[] file, String filename, String type) {
    return of().field("messaging_product", "whatsapp").file(filename, type, file).end();
  }

  public Form field(String name, String value) {
    return part("form-data; name=\"" + name + '"', "", value.getBytes(StandardCharsets.UTF_8));
  }

  public Form file(String filename, String type, byte[] content) {
    return part("form-data; name=\"file\"; filename=\"" + filename + '"', type, content);
  }

  public Form part(String disposition, String type, byte[] content) {
    write("--" + BOUNDARY + "\r\nContent-Disposition: " + disposition + "\r\n");
    if (!type.isEmpty()) {
      write("Content-Type: " + type + "\r\n");
    }
    write("\r\n");
    bytes.writeBytes(content);
    write("\r\n");
    return this;
  }

  public byte[] end() {
    write("--" + BOUNDARY + "--\r\n");
    return bytes.toByteArray();
  }

  public byte[] brokenOff() {
    return bytes.toByteArray();
  }

  private void write(String text) {
    bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
