export default { exlude: [] }
