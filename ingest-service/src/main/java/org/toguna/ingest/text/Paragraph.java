package org.toguna.ingest.text;

import java.util.List;

/** A block of text with its sentences; a heading opens a section. */
public record Paragraph(Span span, List<Span> sentences, boolean heading, int section) {}
