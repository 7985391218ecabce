/// The durable store: one writer that commits for all who wait, several readers, plain SQL.
@NullMarked
package dev.parley.server.sql;

import org.jspecify.annotations.NullMarked;
