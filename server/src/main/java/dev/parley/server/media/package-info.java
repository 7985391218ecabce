/// Files that messages carry: upload, download, their life and their types.
@NullMarked
package dev.parley.server.media;

import org.jspecify.annotations.NullMarked;
