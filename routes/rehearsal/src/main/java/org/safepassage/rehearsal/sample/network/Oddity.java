package org.safepassage.rehearsal.sample.network;

/// Files that partners send by mistake or in a hurry. They come on top of the documents and photographs of a case.
public enum Oddity {
    /// A ZIP with folders of papers and a picture.
    FOLDERS_IN_A_ZIP,
    /// A PDF that asks for a password.
    ENCRYPTED_PDF,
    /// No bytes at all.
    EMPTY,
    /// A PDF whose second half is missing.
    TRUNCATED_PDF,
    /// A Word document whose name says PDF.
    MISNAMED,
    /// The same leaflet as in another case, byte for byte.
    LEAFLET,
    /// A Word document that asks for a password.
    ENCRYPTED_DOCX,
    /// A Word document with spoilt bytes.
    SPOILT_DOCX,
    /// A ZIP that asks for a password.
    ENCRYPTED_ZIP
}
