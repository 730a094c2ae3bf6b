package org.toguna.actors;

import jakarta.ws.rs.Path;
import org.toguna.kit.codelists.ServedCodeLists;

/** The code lists of actors over HTTP. */
@Path("/v1/codelists")
public class CodeListResource extends ServedCodeLists {}
