package org.safepassage.connectors.s3;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.http.Ask;
import org.safepassage.connectors.http.HttpAnswer;
import org.safepassage.schemas.Content;

/// Multipart uploads as S3 knows them. Nothing of an upload is seen under its key before it is completed.
///
/// @param line to the bucket
record S3Uploads(S3Line line) {
    private static final String XML = "application/xml";

    /// A part that the server has.
    ///
    /// @param size bytes
    /// @param tag with its quotes
    record Part(long size, String tag) {}

    /// Begins an upload; answers its id.
    String begin(String key, Map<String, String> headers) throws DoorProblem {
        S3Xml said =
                line.ask(Ask.of("POST", line.object(key, Map.of("uploads", ""))).headers(headers));
        if (said.text("UploadId").isEmpty()) {
            throw new DoorProblem(Kind.PEER_FAULT, "the server begins an upload without telling its id");
        }
        return said.text("UploadId");
    }

    /// Uploads that were begun for exactly this key and neither completed nor aborted, oldest first.
    List<String> open(String key) throws DoorProblem {
        S3Xml said = line.ask(Ask.get(line.bucket(Map.of("uploads", "", "prefix", key, "max-uploads", "1000"))));
        var open = new ArrayList<String>();
        for (S3Xml.Entry entry : said.entries()) {
            if (entry.name().equals("Upload") && entry.text("Key").equals(key)) {
                open.add(entry.text("UploadId"));
            }
        }
        return open;
    }

    /// The parts that the server has, by number.
    SortedMap<Integer, Part> parts(String key, String id) throws DoorProblem {
        var parts = new TreeMap<Integer, Part>();
        String after = "0";
        while (true) {
            S3Xml said = line.ask(Ask.get(line.object(key, Map.of("uploadId", id, "part-number-marker", after))));
            for (S3Xml.Entry entry : said.entries()) {
                if (entry.name().equals("Part")
                        && entry.text("PartNumber").matches("[0-9]{1,5}")
                        && entry.text("Size").matches("[0-9]{1,18}")) {
                    parts.put(
                            Integer.valueOf(entry.text("PartNumber")),
                            new Part(Long.parseLong(entry.text("Size")), entry.text("ETag")));
                }
            }
            String next = parts.isEmpty() ? "0" : parts.lastKey().toString();
            if (!said.text("IsTruncated").equals("true") || next.equals(after)) {
                return parts;
            }
            after = next;
        }
    }

    /// Sends one part; answers its tag.
    String put(String key, String id, int number, byte[] bytes) throws DoorProblem {
        HttpAnswer answer = line.done(
                Ask.of("PUT", part(key, id, number))
                        .header("Content-MD5", Base64.getEncoder().encodeToString(md5(bytes)))
                        .body(Ask.Body.of(Content.of(bytes))),
                200);
        if (answer.header("ETag").isEmpty()) {
            throw new DoorProblem(Kind.PEER_FAULT, "the server takes a part without answering an ETag");
        }
        return answer.header("ETag");
    }

    /// Copies a range of an object as one part; answers its tag.
    String copy(String key, String id, int number, S3Object from, long start, long end) throws DoorProblem {
        return line.ask(Ask.of("PUT", part(key, id, number))
                        .header("x-amz-copy-source", line.source(from))
                        .header("x-amz-copy-source-if-match", from.tag())
                        .header("x-amz-copy-source-range", "bytes=" + start + "-" + end))
                .text("ETag");
    }

    private java.net.URI part(String key, String id, int number) {
        return line.object(key, Map.of("uploadId", id, "partNumber", Integer.toString(number)));
    }

    /// Puts the parts together under the key.
    ///
    /// @param tags of the parts, from number 1 on
    /// @param headers such as `If-None-Match`
    void complete(String key, String id, List<String> tags, Map<String, String> headers) throws DoorProblem {
        var body = new StringBuilder("<CompleteMultipartUpload xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">");
        for (int number = 1; number <= tags.size(); number++) {
            body.append("<Part><ETag>")
                    .append(S3Xml.escaped(tags.get(number - 1)))
                    .append("</ETag><PartNumber>")
                    .append(number)
                    .append("</PartNumber></Part>");
        }
        body.append("</CompleteMultipartUpload>");
        line.ask(Ask.of("POST", line.object(key, Map.of("uploadId", id)))
                .text(XML, body.toString())
                .headers(headers));
    }

    /// Throws an upload and its parts away; harmless when there is none.
    void abort(String key, String id) throws DoorProblem {
        line.done(Ask.of("DELETE", line.object(key, Map.of("uploadId", id))), 204, 200, 404);
    }

    /// The ETag that a server gives to a part it does not encrypt with a key of its own.
    static String tag(byte[] bytes) {
        return '"' + HexFormat.of().formatHex(md5(bytes)) + '"';
    }

    private static byte[] md5(byte[] bytes) {
        try {
            return MessageDigest.getInstance("MD5").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has MD5", impossible);
        }
    }
}
