/// Files up and down, against a whole server.
@NullMarked
package dev.parley.server.media;

import org.jspecify.annotations.NullMarked;
