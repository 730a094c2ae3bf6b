package org.toguna.ingest.documents;

import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Marking;

/** A report on its way in: its bytes, what they are said to be, and how far it may travel. */
record PostedReport(byte[] original, String mediaType, @Nullable Marking marking) {}
