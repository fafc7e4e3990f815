package org.safepassage.connectors.upload;

import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.http.Ask;
import org.safepassage.connectors.http.HttpLine;

/// One request for the whole file. With PUT it carries `If-None-Match: *` (RFC 9110, 13.1.2), so that a server that
/// knows conditions never overwrites. A connection that breaks begins the file again at the next try.
///
/// @param line to the server
/// @param method PUT or POST
/// @param path with `{name}`
record PlainUpload(HttpLine line, String method, String path) implements Upload {
    @Override
    public void send(String fileName, Attempt attempt) throws DoorProblem {
        Ask ask = Ask.of(method, line.resolve(path.replace("{name}", fileName)))
                .header("Content-Type", "application/octet-stream")
                .body(Ask.Body.of(attempt.lastByteCounts()));
        line.status(method.equals("PUT") ? ask.header("If-None-Match", "*") : ask, 200, 201, 202, 204);
    }

    @Override
    public String test() {
        return "uploads in one request by " + method;
    }
}
