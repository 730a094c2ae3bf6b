/**
 * From bytes to canonical text: what is stored, cited and counted once.
 *
 * <p>Canonical text keeps the source's letters as they are (no-break spaces, curly quotes, accents
 * composed or not); only line ends are made one and what cannot be seen or stored is removed.
 * Offsets everywhere are UTF-16 code units of that text.
 */
@NullMarked
package org.toguna.ingest.text;

import org.jspecify.annotations.NullMarked;
