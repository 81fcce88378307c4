import { defineConfig } from 'gomend'

export default defineConfig({ exclude: ['third/'] })
