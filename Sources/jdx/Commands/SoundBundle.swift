import Packaging

/// A bundle whose signatures, if it has any, fit it: what is made of it would carry a forged one further.
func soundBundle(_ path: String) throws(Failure) -> OpenBundle { try soundBundle(path, try Input.bytes(path)) }

/// The same, of bytes that were read already.
func soundBundle(_ path: String, _ bytes: [UInt8]) throws(Failure) -> OpenBundle {
  let bundle: OpenBundle
  do throws(BundleError) { bundle = try Input.parsed(bytes, tolerant: false) } catch {
    throw Failure(error, in: Input.shown(path))
  }
  guard let broken = SignatureReport(bundle).broken else { return bundle }
  throw Failure(.badInput, .bundleDamaged, in: Input.shown(path), broken.reason, hint: broken.hint)
}
