package dev.parley.server.media;

import dev.parley.media.MediaStore;
import java.io.IOException;
import java.nio.file.Path;

class DirectoryMediaStoreTest extends MediaStoreContract {
  @Override
  MediaStore open(Path directory) throws IOException {
    return DirectoryMediaStore.in(directory);
  }
}
