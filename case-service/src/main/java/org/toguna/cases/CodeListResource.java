package org.toguna.cases;

import jakarta.ws.rs.Path;
import org.toguna.kit.codelists.ServedCodeLists;

/** The code lists of cases over HTTP. */
@Path("/v1/codelists")
public class CodeListResource extends ServedCodeLists {}
