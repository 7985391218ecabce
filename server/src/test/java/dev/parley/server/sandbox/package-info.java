@NullMarked
package dev.parley.server.sandbox;

import org.jspecify.annotations.NullMarked;
