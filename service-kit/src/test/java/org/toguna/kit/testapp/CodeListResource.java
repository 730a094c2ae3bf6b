package org.toguna.kit.testapp;

import jakarta.ws.rs.Path;
import org.toguna.kit.codelists.ServedCodeLists;

@Path("/v1/codelists")
public class CodeListResource extends ServedCodeLists {}
