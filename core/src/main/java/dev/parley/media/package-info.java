/// Files that messages carry: what is known of each, and where their bytes lie.
@NullMarked
package dev.parley.media;

import org.jspecify.annotations.NullMarked;
