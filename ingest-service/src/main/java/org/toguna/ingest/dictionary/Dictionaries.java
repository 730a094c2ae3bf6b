package org.toguna.ingest.dictionary;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.toguna.ingest.mentions.NameDictionary;
import org.toguna.kit.marking.Reader;

/** The dictionaries that a reader's reports are read with. */
@ApplicationScoped
public class Dictionaries {
  private final PlaceNames places;
  private final ActorNames actors;

  Dictionaries(PlaceNames places, ActorNames actors) {
    this.places = places;
    this.actors = actors;
  }

  public List<NameDictionary> of(Reader reader) {
    return List.of(places.names(), actors.names(reader));
  }
}
