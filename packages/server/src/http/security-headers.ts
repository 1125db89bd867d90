/** Headers that tell browsers to trust nothing but this server's own files. */

/**
 * Everything is forbidden but what the pages are made of: own scripts, own style sheets, own fonts and images, own API.
 * No inline script or style, no text run as code, no WebAssembly: roadmaps are solved on the server.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": CONTENT_SECURITY_POLICY,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "permissions-policy":
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

/** Sent only where a proxy says that the reader came over TLS: a browser keeps to TLS for two years. */
export const STRICT_TRANSPORT_SECURITY = "max-age=63072000; includeSubDomains";
