package org.toguna.ingest;

import jakarta.ws.rs.Path;
import org.toguna.kit.codelists.ServedCodeLists;

/** The code lists of ingest over HTTP. */
@Path("/v1/codelists")
public class CodeListResource extends ServedCodeLists {}
