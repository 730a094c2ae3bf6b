package org.toguna.cases.incidents.imports;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.toguna.cases.csv.Row;

/** A file in the middle of being read, and the names of units as they were when it was opened. */
final class OpenFile implements AutoCloseable {
  private final GedFile file;
  private final Iterator<Row> rows;
  private final UnitNames names;
  private int position;

  OpenFile(GedFile file, UnitNames names) {
    this.file = file;
    this.rows = file.rows().iterator();
    this.names = names;
  }

  int position() {
    return position;
  }

  UnitNames names() {
    return names;
  }

  void skipTo(int wanted) {
    while (position < wanted && rows.hasNext()) {
      rows.next();
      position++;
    }
  }

  /** The next rows; fewer than asked for at the end. */
  List<Row> next(int most) {
    var read = new ArrayList<Row>();
    while (read.size() < most && rows.hasNext()) {
      read.add(rows.next());
      position++;
    }
    return read;
  }

  @Override
  public void close() {
    file.close();
  }
}
