/// A whole WhatsApp network in the process: handsets, a clock that can be moved, and its rules.
@NullMarked
package dev.parley.server.sandbox;

import org.jspecify.annotations.NullMarked;
