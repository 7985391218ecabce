/// The two APIs that bots are written for: 360dialog and Graph, over one hub.
@NullMarked
package dev.parley.server.dialect;

import org.jspecify.annotations.NullMarked;
