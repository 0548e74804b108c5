import './diagrams.css'

export { default } from 'vitepress/theme-without-fonts'
